/** The page to try the API on: Swagger UI, which fills in a new `Idempotency-Key` for each command. */
export const tryPage = {
  html: `<!doctype html>
<html lang="nb">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API – Kvalifiseringsprogrammet</title>
<link rel="icon" type="image/png" href="/api/favicon-32x32.png">
<link rel="stylesheet" href="/api/swagger-ui.css">
<div id="doors"></div>
<script src="/api/swagger-ui-bundle.js"></script>
<script src="/api/start.js"></script>
</html>
`,
  script: `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#doors',
  deepLinking: true,
  persistAuthorization: true,
  requestInterceptor: (request) => {
    if (request.method === 'POST' && !request.headers['Idempotency-Key']) request.headers['Idempotency-Key'] = crypto.randomUUID();
    return request;
  },
});
`,
};
