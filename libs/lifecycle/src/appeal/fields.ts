import Type from 'typebox';

/** How an event names an appeal: the first of the case is 1. */
export const appealNumber = Type.Integer({ minimum: 1, description: 'Number of the appeal in the case: the first is 1.' });

/** How a command names one. */
export const appealField = {
  appeal: Type.Optional(
    Type.Integer({
      minimum: 1,
      description: 'Number of the appeal in the case: the first is 1. The last one that it can be about when left out.',
    }),
  ),
};
