/**
 * What programs, shells and people put around a key or into it, by name. Each holds exactly one whole key. They are
 * written from what those programs print, not from what the reader takes away.
 */
export const WRAPPINGS: Readonly<Record<string, (key: string) => string>> = {
  // Base64, as `kubectl get secret -o yaml` and Basic headers have it.
  base64: (key) => base64(key),
  'base64 of key and line break': (key) => base64(`${key}\n`),
  'base64 for addresses': (key) => urlSafe(base64(`${key}??>>`)),
  'base64 for addresses, unpadded': (key) => urlSafe(base64(key)).replaceAll('=', ''),
  'base64, unpadded': (key) => base64(`${key}\n\n`).replaceAll('=', ''),
  'base64 in lines of 76': (key) => wrapped(base64(`OPENWEBUI_API_KEY=${key}\nHOST=0.0.0.0\n`), 76),
  'base64 in lines of 64, indented': (key) => wrapped(base64(`OPENWEBUI_API_KEY=${key}\n`), 64, '\r\n    '),
  'base64 of a named key': (key) => base64(`OPENWEBUI_API_KEY=${key}`),
  'base64 twice': (key) => base64(base64(`${key}\n`)),
  'base64 of UTF-16, as PowerShell makes it': (key) => base64([...key].map((sign) => `${sign}\0`).join('')),
  'base64 of UTF-16 with its mark, big end first': (key) =>
    base64(`\xfe\xff${[...key].map((sign) => `\0${sign}`).join('')}`),
  'base64 in lines of 64, made spaces': (key) => wrapped(base64(`OPENWEBUI_API_KEY=${key}\nHOST=0.0.0.0\n`), 64, ' '),
  'base64 of JSON': (key) => base64(JSON.stringify({ OPENWEBUI_API_KEY: key })),
  'base64 behind a name': (key) => `OPENWEBUI_API_KEY=${base64(key)}`,
  'base64 in quotes': (key) => `"${base64(`${key}\n`)}",`,
  'base64 with the padding in percent codes': (key) => base64(`${key}xx`.slice(0, -2)).replaceAll('=', '%3D'),
  'Basic header': (key) => `Authorization: Basic ${base64(`guichet:${key}`)}`,
  'data address': (key) => `data:text/plain;base64,${base64(key)}`,
  hexadecimal: (key) => [...key].map((sign) => sign.charCodeAt(0).toString(16)).join(''),

  // Escapes at the ends.
  'literal \\n behind': (key) => `${key}\\n`,
  'literal \\r\\n behind': (key) => `${key}\\r\\n`,
  'literal \\t behind': (key) => `${key}\\t`,
  'literal \\n in front': (key) => `\\n${key}`,
  'literal \\t in front, \\n behind': (key) => `\\t${key}\\n`,
  'named, literal \\n behind': (key) => `OPENWEBUI_API_KEY=${key}\\n`,
  'in quotes, literal \\n inside': (key) => `OPENWEBUI_API_KEY="${key}\\n"`,
  'dollar quotes of bash': (key) => `export OPENWEBUI_API_KEY=$'${key}\\n'`,
  'line break of PowerShell': (key) => `$env:OPENWEBUI_API_KEY = "${key}\`r\`n"`,
  'a backslash behind': (key) => `${key}\\`,
  'escaped quotes': (key) => `\\"${key}\\"`,
  'JSON inside JSON': (key) => JSON.stringify(JSON.stringify({ apiKey: key })),
  'unicode escapes around it': (key) => `\\u0022${key}\\u0022`,
  'hexadecimal escapes around it': (key) => `\\x22${key}\\x0a`,
  'dashes as unicode escapes': (key) => key.replaceAll('-', '\\u002d'),
  'dashes escaped as Markdown does': (key) => key.replaceAll('-', '\\-').replaceAll('_', '\\_'),

  // Quotes.
  'German quotes': (key) => `„${key}“`,
  'French quotes': (key) => `«\u202f${key}\u202f»`,
  'single French quotes': (key) => `‹${key}›`,
  'English quotes': (key) => `‘${key}’`,
  'full-width quotes': (key) => `＂${key}＂`,
  'corner brackets': (key) => `「${key}」`,
  primes: (key) => `″${key}″`,
  'three quotes': (key) => `"""${key}"""`,
  'angle brackets': (key) => `<${key}>`,
  braces: (key) => `{${key}}`,
  'double braces': (key) => `{{ "${key}" }}`,
  'stars of Markdown': (key) => `**${key}**`,
  'code fence of Markdown': (key) => `\`\`\`bash\nOPENWEBUI_API_KEY=${key}\n\`\`\``,
  'bare code fence': (key) => `\`\`\`\n${key}\n\`\`\``,
  'list of Markdown': (key) => `- ${key}`,
  'table of Markdown': (key) => `| key | \`${key}\` |`,
  'quoted mail': (key) => `> Here it is:\n> ${key}\n>\n> Regards`,
  'link of Markdown': (key) => `[the key](${key})`,

  // YAML.
  'YAML, plain': (key) => `OPENWEBUI_API_KEY: ${key}\n`,
  'YAML, folded and stripped': (key) => `OPENWEBUI_API_KEY: >-\n  ${key}\n`,
  'YAML, folded': (key) => `OPENWEBUI_API_KEY: >\n  ${key}\n`,
  'YAML, literal': (key) => `OPENWEBUI_API_KEY: |\n  ${key}\n`,
  'YAML, literal, stripped, indented': (key) =>
    `environment:\n  OPENWEBUI_API_KEY: |2-\n      ${key}\n  PORT: "8787"\n`,
  'YAML, kept': (key) => `OPENWEBUI_API_KEY: |+\n  ${key}\n\nPORT: 8787\n`,
  'YAML, next line': (key) => `OPENWEBUI_API_KEY:\n  ${key}`,
  'YAML, folded over two lines': (key) => `OPENWEBUI_API_KEY: >-\n  ${halves(key).join('\n  ')}\n`,
  'YAML, double quotes over two lines': (key) => `OPENWEBUI_API_KEY: "${halves(key).join('\\\n  ')}"`,
  'YAML, anchor': (key) => `OPENWEBUI_API_KEY: &key "${key}"\nOTHER: *key`,
  'YAML, tag': (key) => `OPENWEBUI_API_KEY: !!str ${key}`,
  'YAML, list': (key) => `environment:\n  - PORT=8787\n  - OPENWEBUI_API_KEY=${key}\n`,
  'YAML, quoted list': (key) => `    - "OPENWEBUI_API_KEY=${key}"`,
  'YAML, map': (key) => `services:\n  guichet:\n    environment:\n      OPENWEBUI_API_KEY: '${key}'\n      PORT: 8787`,
  'YAML, default of compose': (key) => `OPENWEBUI_API_KEY: \${OPENWEBUI_API_KEY:-${key}}`,
  'YAML, flow': (key) => `{OPENWEBUI_API_KEY: ${key}, PORT: 8787}`,
  'Kubernetes variable': (key) => `env:\n  - name: OPENWEBUI_API_KEY\n    value: "${key}"`,
  'Kubernetes secret': (key) =>
    `apiVersion: v1\nkind: Secret\nmetadata:\n  name: guichet\n  uid: 3f2b9c1e-1111-4222-8333-444455556666\ntype: Opaque\ndata:\n  OPENWEBUI_API_KEY: ${base64(key)}\n  PORT: ${base64('8787')}\n`,
  'Kubernetes secret in plain text': (key) => `kind: Secret\nstringData:\n  OPENWEBUI_API_KEY: ${key}\n`,
  'Kubernetes secret as JSON': (key) => `{"data":{"OPENWEBUI_API_KEY":"${base64(`${key}\n`)}"},"kind":"Secret"}`,
  'GitHub Actions': (key) => `env:\n  OPENWEBUI_API_KEY: ${key} # \${{ secrets.KEY }}`,
  'GitHub command': (key) => `gh secret set OPENWEBUI_API_KEY --body "${key}"`,

  // Other notations.
  JSON: (key) => `{\n  "OPENWEBUI_API_KEY": "${key}",\n  "PORT": 8787\n}`,
  'JSON in one line': (key) => `{"url":"https://chat.example.com","OPENWEBUI_API_KEY":"${key}","port":8787}`,
  'JSON list of names and values': (key) =>
    `[{"name":"PORT","value":"8787"},{"name":"OPENWEBUI_API_KEY","value":"${key}"}]`,
  TOML: (key) => `[guichet]\nOPENWEBUI_API_KEY = "${key}"\nport = 8787`,
  'TOML, three quotes': (key) => `OPENWEBUI_API_KEY = """\n${key}"""`,
  INI: (key) => `[open-webui]\n; the key\napi_key=${key}\nurl=https://chat.example.com`,
  properties: (key) => `openwebui.api.key : ${key}`,
  XML: (key) => `<add key="OPENWEBUI_API_KEY" value="${key}" />`,
  'XML element': (key) => `<OPENWEBUI_API_KEY>${key}</OPENWEBUI_API_KEY>`,
  CSV: (key) => `"guichet","${key}","2026-11-20"`,
  Terraform: (key) => `variable "openwebui_api_key" {\n  type    = string\n  default = "${key}"\n}`,
  'Terraform assignment': (key) => `  OPENWEBUI_API_KEY = "${key}"`,
  Nix: (key) => `environment.OPENWEBUI_API_KEY = "${key}";`,
  systemd: (key) => `[Service]\nEnvironment="OPENWEBUI_API_KEY=${key}"`,
  Dockerfile: (key) => `ENV OPENWEBUI_API_KEY=${key} PORT=8787`,
  'Dockerfile, old form': (key) => `ENV OPENWEBUI_API_KEY ${key}`,
  'Dockerfile, argument': (key) => `ARG OPENWEBUI_API_KEY=${key}`,
  'docker run': (key) => `docker run -d -p 8787:8787 -e OPENWEBUI_API_KEY=${key} -e PORT=8787 guichet`,
  'docker run, long': (key) => `docker run --env "OPENWEBUI_API_KEY=${key}" guichet`,
  'dotenv with export': (key) => `export OPENWEBUI_API_KEY="${key}"\nexport PORT=8787`,
  'dotenv, commented out': (key) => `# OPENWEBUI_API_KEY=${key}`,
  'dotenv, value below': (key) => `OPENWEBUI_API_KEY=\n${key}`,
  diff: (key) => `@@ -1,2 +1,2 @@\n-OPENWEBUI_API_KEY=\n+OPENWEBUI_API_KEY=${key}`,

  // Shells.
  PowerShell: (key) => `$env:OPENWEBUI_API_KEY = "${key}"`,
  'PowerShell, single quotes': (key) => `PS C:\\guichet> $Env:OPENWEBUI_API_KEY='${key}'; node server.mjs`,
  'PowerShell, for good': (key) => `[Environment]::SetEnvironmentVariable("OPENWEBUI_API_KEY", "${key}", "User")`,
  'PowerShell, braces': (key) => `\${env:OPENWEBUI_API_KEY} = "${key}"`,
  'cmd, set': (key) => `set OPENWEBUI_API_KEY=${key}`,
  'cmd, set in quotes': (key) => `C:\\>set "OPENWEBUI_API_KEY=${key}"`,
  'cmd, setx': (key) => `setx OPENWEBUI_API_KEY "${key}" /M`,
  'cmd, set and more': (key) => `set OPENWEBUI_API_KEY=${key}&& node server.mjs`,
  fish: (key) => `set -x OPENWEBUI_API_KEY ${key}`,
  'fish, for good': (key) => `set -Ux OPENWEBUI_API_KEY '${key}'`,
  csh: (key) => `setenv OPENWEBUI_API_KEY ${key}`,
  'before a command': (key) => `$ OPENWEBUI_API_KEY=${key} npm start`,
  'what env prints': (key) => `HOME=/root\nOPENWEBUI_API_KEY=${key}\nPATH=/usr/bin:/bin`,
  'what declare prints': (key) => `declare -x OPENWEBUI_API_KEY="${key}"`,
  'colours of a terminal': (key) => `\u001b[32m${key}\u001b[0m`,
  'bracketed paste': (key) => `\u001b[200~${key}\u001b[201~`,
  'bracketed paste without its first sign': (key) => `[200~${key}[201~`,

  // HTTP and programs that speak it.
  'HTTP header': (key) => `GET /api/models HTTP/1.1\r\nHost: chat.example.com\r\nAuthorization: Bearer ${key}\r\n\r\n`,
  'HTTP/2 header': (key) => `authorization: Bearer ${key}`,
  'bearer without a space': (key) => `Bearer${key}`,
  'bearer twice': (key) => `Authorization: Bearer Bearer ${key}`,
  'curl, bash': (key) =>
    `curl 'https://chat.example.com/api/models' \\\n  -H 'accept: application/json' \\\n  -H 'authorization: Bearer ${key}' \\\n  --compressed`,
  'curl, bash, cookie': (key) => `curl 'https://chat.example.com/api/models' -b 'theme=dark; token=${key}; lang=fr'`,
  'curl, cmd': (key) =>
    `curl "https://chat.example.com/api/models" ^\n  -H "accept: application/json" ^\n  -H "authorization: Bearer ${key}" ^\n  --compressed`,
  'curl, cmd, carets': (key) =>
    `curl ^"https://chat.example.com/api/models^" ^\r\n  -H ^"authorization: Bearer ${key}^"`,
  'curl, cmd, escaped quotes': (key) => `curl -d "{\\"key\\":\\"${key}\\"}" https://chat.example.com/`,
  'curl, PowerShell': (key) =>
    `curl.exe "https://chat.example.com/api/models" \`\n  -H "authorization: Bearer ${key}" \`\n  --compressed`,
  'Invoke-WebRequest': (key) =>
    `Invoke-WebRequest -UseBasicParsing -Uri "https://chat.example.com/api/models" \`\r\n-Headers @{\r\n"authorization"="Bearer ${key}"\r\n}`,
  'curl, user': (key) => `curl -u guichet:${key} https://chat.example.com/`,
  'curl --oauth2-bearer': (key) => `curl --oauth2-bearer ${key} https://chat.example.com/api/models`,
  wget: (key) => `wget --header="Authorization: Bearer ${key}" https://chat.example.com/api/models`,
  HTTPie: (key) => `http https://chat.example.com/api/models Authorization:"Bearer ${key}"`,
  fetch: (key) =>
    `fetch("https://chat.example.com/api/models", {\n  "headers": {\n    "authorization": "Bearer ${key}"\n  },\n  "body": null\n});`,
  'fetch, template': (key) => `fetch(url, { headers: { Authorization: \`Bearer ${key}\` } })`,
  axios: (key) => `axios.get(url, { headers: { Authorization: 'Bearer ' + '${key}' } })`,
  python: (key) => `headers = {"Authorization": f"Bearer {'${key}'}"}`,
  'python, client': (key) => `client = OpenAI(base_url="https://chat.example.com/api", api_key="${key}")`,
  'python, environment': (key) => `os.environ["OPENWEBUI_API_KEY"] = "${key}"`,
  'python, bytes': (key) => `b'${key}\\n'`,
  PHP: (key) => `'openwebui_api_key' => '${key}',`,
  'in an address': (key) => `https://guichet.example.com/admin?key=${key}&next=%2F`,
  'in an address, encoded': (key) => `https://guichet.example.com/?next=%2F%3Fkey%3D${key}%26x%3D1`,
  'all of it in percent codes': (key) => [...key].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join(''),
  'dashes in percent codes': (key) => key.replaceAll('-', '%2D').replaceAll('.', '%2e'),

  // Pages, mails, screenshots, keyboards.
  'HTML quotes': (key) => `value=&quot;${key}&quot;`,
  'HTML quotes by number': (key) => `&#34;${key}&#x22;`,
  'HTML entities inside': (key) => key.replaceAll('-', '&#45;').replaceAll('_', '&lowbar;'),
  'HTML element': (key) => `<code class="key">${key}</code>`,
  'HTML break inside': (key) => halves(key).join('<wbr>'),
  'coloured HTML': (key) => `<span class="s1">${halves(key).join('</span><span class="s2">')}</span>`,
  'mail, soft break inside': (key) => halves(key).join('=\n'),
  'mail, soft break, CRLF': (key) => `OPENWEBUI_API_KEY=3D${halves(key).join('=\r\n')}\r\n`,
  'mail, encoded': (key) => `Key=3D${key.replaceAll('-', '=2D').replaceAll('_', '=5F')}=20`,
  'screenshot, break inside': (key) => halves(key).join('\n'),
  'screenshot, break with hyphen': (key) => halves(key).join('-\n'),
  'screenshot, break in prose': (key) => `Your key:\n${halves(key).join('\n')}\nKeep it safe.`,
  'screenshot, break and indentation': (key) => `API Key   ${halves(key).join('\n          ')}`,
  'quoted mail, break inside': (key) => `> ${halves(key).join('\n> ')}`,
  'space inside, in prose': (key) => `key: ${halves(key).join(' ')}`,
  'strings joined by plus': (key) => `"${halves(key).join('" +\n  "')}"`,
  'literal \\n inside': (key) => halves(key).join('\\n'),
  'shell continuation inside': (key) => `OPENWEBUI_API_KEY=${halves(key).join('\\\n')}`,
  'zero width space inside': (key) => halves(key).join('\u200b'),
  'soft hyphen inside': (key) => halves(key).join('\u00ad'),
  'bidi marks around it': (key) => `\u202a${key}\u202c`,
  'bidi isolates, word joiner': (key) => `\u2066${halves(key).join('\u2060')}\u2069`,
  'variation selector behind': (key) => `${key}\ufe0f`,
  'filler of Hangul': (key) => `\u3164${key}\u3164`,
  'NUL between, as UTF-16 read wrongly': (key) => [...key].map((sign) => `${sign}\0`).join(''),
  'byte order mark': (key) => `\ufeff${key}\r\n`,
  'full-width letters': (key) => [...key].map(fullWidth).join(''),
  'full-width, named': (key) => [...`OPENWEBUI_API_KEY=${key}`].map(fullWidth).join(''),
  'non-breaking spaces': (key) => `\u00a0${key}\u202f`,
  'ideographic space': (key) => `キー：\u3000${key}`,
  'hyphen of Word as plain text': (key) => key.replaceAll('-', '\u001e'),
  maqaf: (key) => key.replaceAll('-', '\u05be'),
  'non-breaking hyphen': (key) => key.replaceAll('-', '\u2011'),
  'Cyrillic prose around it': (key) => `Ключ: ${key}, спасибо`,
  'log line': (key) => `2026-11-20T10:00:00.123Z INFO using key=${key} for https://chat.example.com:443`,
  'logged object': (key) => `{ apiKey: '${key}', length: 35 }`,
  'three times': (key) => `${key} ${key} ${key}`,
  'twice, comma': (key) => `${key},${key}`,
  'password in an address': (key) => `https://guichet:${key}@chat.example.com/api`,
  'in fours': (key) => (key.match(/.{1,4}/g) ?? []).join(' '),
  'letter by letter': (key) => [...key].join(' '),
  'every character escaped': (key) => [...key].map((sign) => `\\x${hex(sign)}`).join(''),
  'every character as an entity': (key) => [...key].map((sign) => `&#${sign.charCodeAt(0)};`).join(''),
  'hexadecimal with spaces': (key) => [...key].map(hex).join(' '),
  'Base64 of a cookie of a user without name': (key) => base64(`:${key}`),
  'command with Base64': (key) => `$(echo ${base64(key)} | base64 -d)`,
  'comment of HTML': (key) => `<!-- ${key} -->`,
  CDATA: (key) => `<![CDATA[${key}]]>`,
  'option of a command': (key) => `guichet --api-key=${key} --port 8787`,
  helm: (key) => `helm install guichet ./chart --set env.OPENWEBUI_API_KEY=${key}`,
  'answer of the sign-in': (key) => `{"id":"x","token":"${key}","token_type":"Bearer","expires_at":null}`,
  'beside its masked form': (key) => `sk-…${key.slice(-4)}\n${key}`,
  'old one commented out': (key) => `# OPENWEBUI_API_KEY=sk-${'0123456789abcdef'.repeat(2)}\nOPENWEBUI_API_KEY=${key}`,
  'letters of mathematics': (key) =>
    key.replace(/[a-z]/g, (sign) => String.fromCodePoint(0x1d5ba + sign.charCodeAt(0) - 97)),
  'Cyrillic letters': (key) => key.replaceAll('a', 'а').replaceAll('e', 'е').replaceAll('c', 'с'),
};

/** What a wrapped key is put into once more. */
export const OUTER_WRAPPINGS: Readonly<Record<string, (text: string) => string>> = {
  JSON: (text) => JSON.stringify({ value: text }),
  Base64: (text) => base64(bytes(text)),
  'Base64 of UTF-16': (text) => base64([...text].map((sign) => `${sign}\0`).join('')),
  'an address': (text) => encodeURIComponent(text),
  'a code fence': (text) => `\`\`\`\n${text}\n\`\`\``,
  'a quoted mail': (text) => text.replaceAll(/^/gm, '> '),
  HTML: (text) => `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</pre>`,
  'lines of Windows': (text) => text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'),
  'lines of the old Mac': (text) => text.replaceAll('\r\n', '\n').replaceAll('\n', '\r'),
  quotes: (text) => `'${text}'`,
  'a letter': (text) => `Bonjour,\n\nvoici :\n${text}\n\nCordialement,\nMarie`,
};

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).padStart(2, '0');
}

function bytes(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

function base64(text: string): string {
  return btoa(text);
}

function urlSafe(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_');
}

function wrapped(text: string, width: number, lineBreak = '\n'): string {
  const lines: string[] = [];
  for (let start = 0; start < text.length; start += width) lines.push(text.slice(start, start + width));
  return lines.join(lineBreak);
}

function halves(key: string): [string, string] {
  const middle = Math.floor(key.length / 2);
  return [key.slice(0, middle), key.slice(middle)];
}

function fullWidth(sign: string): string {
  const code = sign.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : sign;
}
