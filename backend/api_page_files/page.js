// Shows the description of the API. What is tried is sent as whoever is signed in here, or with the
// access token that is entered under "Authorize".
globalThis.SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  displayRequestDuration: true,
  docExpansion: "list",
  filter: true,
  defaultModelsExpandDepth: 0,
  // The validator is another server's.
  validatorUrl: null,
});
