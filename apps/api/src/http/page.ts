/** A plain page of ours. `content` is HTML that was made here, never anything that was sent in. */
export const page = (title: string, content: string): string => `<!doctype html>
<html lang="nb">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Kvalifiseringsprogrammet</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}code{background:#eee;padding:0 .2em}</style>
<h1>${title}</h1>
${content}
</html>
`;
