// Passkeys: the one part of signing in that needs a script. Forms that use it stay hidden without it.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const opened = (options) => ({
  ...options,
  challenge: bytes(options.challenge),
  ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
  ...(options.allowCredentials && { allowCredentials: options.allowCredentials.map(known) }),
  ...(options.excludeCredentials && { excludeCredentials: options.excludeCredentials.map(known) }),
});
const known = (each) => ({ ...each, id: bytes(each.id) });

const closed = (credential) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment,
  clientExtensionResults: credential.getClientExtensionResults(),
  response: Object.fromEntries(
    ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
      .filter((part) => credential.response[part])
      .map((part) => [part, text(credential.response[part])]),
  ),
});

const optionsOf = async (form) => {
  if (form.dataset.options) return JSON.parse(form.dataset.options).publicKey;
  const answer = await fetch(form.dataset.begin, { method: "POST", body: new FormData(form) });
  if (!answer.ok) throw new Error(`The challenge was not given: ${answer.status}.`);
  return (await answer.json()).publicKey;
};

const use = async (form) => {
  const publicKey = opened(await optionsOf(form));
  const ask = form.dataset.passkey === "create" ? "create" : "get";
  const credential = await navigator.credentials[ask]({ publicKey });
  form.elements.credential.value = JSON.stringify(closed(credential));
  form.submit();
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  // Before the script that lets a form be sent only once.
  form.querySelector("button").addEventListener("click", (event) => {
    event.preventDefault();
    const trouble = form.querySelector("[role=alert]");
    trouble.hidden = true;
    use(form).catch(() => {
      trouble.textContent = form.dataset.failed;
      trouble.hidden = false;
    });
  });
}
