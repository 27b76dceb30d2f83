// Asks a server as fast as it answers: node ask.mjs '{"url": …, "connections": …, "duration": …}'
// With "signUp", each request is a new guest's, with a key of its own as the page sends it.
import { randomUUID } from "node:crypto";
import autocannon from "autocannon";

const { signUp, ...options } = JSON.parse(process.argv[2]);
if (signUp) {
  const one = (request) => ({
    ...request,
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": randomUUID() },
    body: JSON.stringify({ name: "Li Na", seats: 1, answers: {} }),
  });
  options.requests = [{ setupRequest: one }];
}
console.log(JSON.stringify(await autocannon(options)));
