/**
 * What programs make of a key in their own text, what lists settings, and what mails, chats and word processors do to
 * a key. Each holds exactly one whole key, written from what those programs print.
 */
export const LISTING_WRAPPINGS: Readonly<Record<string, (key: string) => string>> = {
  // Joined by programs.
  'JavaScript, plus': (key) => `const key = '${key.slice(0, 2)}' + '${key.slice(2, 3)}' + '${key.slice(3)}';`,
  'JavaScript, pieces': (key) =>
    `const key = ${pieces(key, 12)
      .map((piece) => `'${piece}'`)
      .join(' + ')};`,
  'JavaScript, list': (key) =>
    `[${pieces(key, 16)
      .map((piece) => `"${piece}"`)
      .join(', ')}].join('')`,
  'JavaScript, template': (key) => `\`\${'${halves(key)[0]}'}\${'${halves(key)[1]}'}\``,
  'JavaScript, concat': (key) => `'${halves(key)[0]}'.concat('${halves(key)[1]}')`,
  'Python, side by side': (key) => `key = ("${halves(key)[0]}"\n       "${halves(key)[1]}")`,
  'Python, plus and line continuation': (key) => `key = "${halves(key)[0]}" + \\\n    "${halves(key)[1]}"`,
  'PHP, dots': (key) => `$key = '${halves(key)[0]}' . '${halves(key)[1]}';`,
  'Lua, two dots': (key) => `local key = "${halves(key)[0]}" .. "${halves(key)[1]}"`,
  'SQL, bars': (key) => `SELECT '${halves(key)[0]}' || '${halves(key)[1]}';`,
  'Visual Basic, ampersand': (key) => `key = "${halves(key)[0]}" & _\n  "${halves(key)[1]}"`,
  'C, side by side': (key) => `char *key = "${halves(key)[0]}" "${halves(key)[1]}";`,
  'shell, side by side': (key) => `KEY="${halves(key)[0]}"'${halves(key)[1]}'`,

  // What lists settings.
  'kubectl get secret -o json': (key) =>
    JSON.stringify(
      {
        apiVersion: 'v1',
        data: { HOST: btoa('0.0.0.0'), OPENWEBUI_API_KEY: btoa(key) },
        kind: 'Secret',
        metadata: { name: 'guichet', uid: '3f2b9c1e-1111-4222-8333-444455556666' },
      },
      null,
      4,
    ),
  'kubectl get secret, other names': (key) =>
    `apiVersion: v1\ndata:\n  key: ${btoa(key)}\n  url: ${btoa('https://chat.example.com')}\nkind: Secret\nmetadata:\n  creationTimestamp: "2026-11-20T10:00:00Z"\n  name: guichet\n  namespace: default\n  resourceVersion: "481516"\n  uid: 3f2b9c1e-1111-4222-8333-444455556666\ntype: Opaque`,
  'kubectl, applied before': (key) =>
    `metadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {"apiVersion":"v1","data":{"key":"${btoa(key)}"},"kind":"Secret"}\n`,
  'kubectl describe pod': (key) =>
    `    Environment:\n      PORT:               8787\n      OPENWEBUI_API_KEY:  ${key}\n    Mounts:              <none>`,
  'docker inspect': (key) =>
    JSON.stringify(
      [
        {
          Id: 'f3'.repeat(32),
          Config: {
            Env: ['PATH=/usr/bin', `OPENWEBUI_API_KEY=${key}`, 'NODE_VERSION=26.0.0'],
            Image: `sha256:${'ab'.repeat(32)}`,
          },
        },
      ],
      null,
      4,
    ),
  'docker inspect, other name': (key) => `"Env": [\n    "OPENAI_API_KEY=${key}",\n    "PATH=/usr/local/sbin"\n],`,
  'docker service inspect --pretty': (key) => ` Env:\t\tOPENWEBUI_API_KEY=${key} PORT=8787`,
  'docker compose config': (key) =>
    `name: guichet\nservices:\n  guichet:\n    environment:\n      OPENWEBUI_API_KEY: ${key}\n      GUICHET_MASTER_KEY: ${btoa('x'.repeat(32))}\n`,
  'docker compose config, escaped dollars': (key) => `      OPENWEBUI_API_KEY: $$\{KEY:-${key}}`,
  'env | base64': (key) =>
    wrapped(
      btoa(
        `HOSTNAME=f3a1\nOPENWEBUI_API_KEY=${key}\nHOME=/root\nPATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n`,
      ),
      76,
    ),
  'env -0': (key) => `HOME=/root\0OPENWEBUI_API_KEY=${key}\0PATH=/usr/bin\0`,
  '/proc/1/environ by cat': (key) => `HOSTNAME=f3a1\0OPENWEBUI_API_KEY=${key}\0HOME=/root\0`,
  'strings glued, as cat shows them': (key) => `HOSTNAME=f3a1OPENWEBUI_API_KEY=${key}HOME=/root`,
  'cat -A': (key) => `OPENWEBUI_API_KEY=${key}^M$\nPORT=8787^M$`,
  'cat -A, tab': (key) => `key^I${key}$`,
  'cat -n': (key) => `     1\tPORT=8787\n     2\tOPENWEBUI_API_KEY=${key}`,
  'grep -n': (key) => `.env:12:OPENWEBUI_API_KEY=${key}`,
  'grep -rn, other file': (key) => `docker-compose.yml-11-    environment:\ndocker-compose.yml:12:      - KEY=${key}`,
  'set -x': (key) => `+ export OPENWEBUI_API_KEY=${key}\n+ OPENWEBUI_API_KEY=${key}`,
  'printenv, tree of Coolify': (key) =>
    `OPENWEBUI_API_KEY=${key} # literal\nSERVICE_FQDN_GUICHET=https://guichet.example.com`,
  'variables of Coolify as JSON': (key) =>
    JSON.stringify([
      { id: 12, key: 'OPENWEBUI_API_KEY', value: key, real_value: key, is_literal: true, uuid: 'k8sc0wgk0ko8g0kw' },
    ]),
  'variables of Coolify, quoted real value': (key) =>
    JSON.stringify({ key: 'OPENWEBUI_API_KEY', value: key, real_value: `'${key}'` }),
  'variables of Portainer': (key) => JSON.stringify([{ name: 'OPENWEBUI_API_KEY', value: key }]),
  'Railway, raw': (key) => `OPENWEBUI_API_KEY="${key}"\nPORT="8787"`,
  'Heroku config': (key) => `=== guichet Config Vars\n\nOPENWEBUI_API_KEY: ${key}\nPORT:              8787`,
  'Windows, set': (key) => `ALLUSERSPROFILE=C:\\ProgramData\r\nOPENWEBUI_API_KEY=${key}\r\nOS=Windows_NT\r\n`,
  'Windows, reg query': (key) => `HKEY_CURRENT_USER\\Environment\r\n    OPENWEBUI_API_KEY    REG_SZ    ${key}\r\n`,
  'Windows, reg file': (key) =>
    `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Environment]\r\n"OPENWEBUI_API_KEY"="${key}"\r\n`,
  'setx and its answer': (key) =>
    `C:\\Users\\Marie>setx OPENWEBUI_API_KEY ${key}\r\n\r\nSUCCESS: Specified value was saved.`,
  'Get-ChildItem env:': (key) =>
    `\r\nName                           Value\r\n----                           -----\r\nOPENWEBUI_API_KEY              ${key}\r\n`,
  'Format-List of PowerShell': (key) => `Name  : OPENWEBUI_API_KEY\r\nValue : ${key}\r\n`,
  'secure text of PowerShell': (key) => `ConvertTo-SecureString -String "${key}" -AsPlainText -Force`,
  'here-string of PowerShell': (key) => `@"\r\n${key}\r\n"@`,
  'here document': (key) => `cat > .env <<'EOF'\nOPENWEBUI_API_KEY=${key}\nEOF`,
  'systemd, one of several': (key) => `Environment=PORT=8787 OPENWEBUI_API_KEY=${key} HOST=0.0.0.0`,
  'systemd, quotes inside': (key) => `Environment='OPENWEBUI_API_KEY=${key}' "PORT=8787"`,
  'systemctl show': (key) => `Environment=OPENWEBUI_API_KEY=${key} PORT=8787`,
  'systemd credential': (key) => `SetCredential=openwebui_api_key:${key}`,
  'Nix, set of settings': (key) =>
    `services.guichet.environment = {\n  OPENWEBUI_API_KEY = ''${key}'';\n  PORT = "8787";\n};`,
  'Terraform heredoc': (key) => `key = <<-EOT\n    ${key}\n  EOT`,
  'Terraform plan': (key) => `      + OPENWEBUI_API_KEY = "${key}"`,
  'Terraform change': (key) => `      ~ key = (sensitive value) -> "${key}"`,
  Ansible: (key) => `- name: key\n  ansible.builtin.set_fact:\n    openwebui_api_key: "{{ '${key}' }}"`,
  'Ansible output': (key) => `ok: [vps] => {\n    "msg": "${key}"\n}`,
  'masks of GitHub Actions beside it': (key) => `env:\n  OTHER_KEY: ***\n  OPENWEBUI_API_KEY: ${key}`,
  'mask command of GitHub Actions': (key) => `::add-mask::${key}`,
  'output of GitHub Actions': (key) => `2026-11-20T10:00:00.1234567Z   OPENWEBUI_API_KEY: ${key}`,
  'GITHUB_ENV with a mark': (key) => `OPENWEBUI_API_KEY<<EOF\n${key}\nEOF`,
  Procfile: (key) => `web: OPENWEBUI_API_KEY=${key} node server.mjs`,
  crontab: (key) => `OPENWEBUI_API_KEY=${key}\n*/5 * * * * /usr/bin/true`,
  'nginx header': (key) => `proxy_set_header Authorization "Bearer ${key}";`,
  'Caddy header': (key) => `header_up Authorization "Bearer ${key}"`,
  'Apache setting': (key) => `SetEnv OPENWEBUI_API_KEY ${key}`,
  Makefile: (key) => `export OPENWEBUI_API_KEY := ${key}`,
  'Makefile, once': (key) => `OPENWEBUI_API_KEY ?= ${key}`,
  'Java property': (key) => `-DOPENWEBUI_API_KEY=${key}`,
  plist: (key) => `<key>OPENWEBUI_API_KEY</key>\n<string>${key}</string>`,
  netrc: (key) => `machine chat.example.com\n  login guichet\n  password ${key}`,
  SQL: (key) => `INSERT INTO api_key (id, user_id, key) VALUES ('key_1', 'u', '${key}');`,
  'row of SQLite': (key) =>
    `key_3f2b9c1e-1111-4222-8333-444455556666|3f2b9c1e-1111-4222-8333-444455556666|${key}||1790000000`,
  'row of PostgreSQL': (key) => `                 id  | key\n---------------------+-----\n key_1 | ${key}\n(1 row)`,
  'object printed by Python': (key) => `{'api_key': '${key}', 'expires': None}`,
  'SecretStr of Python opened': (key) => `SecretStr('${key}')`,
  'answer of the key route': (key) => JSON.stringify({ api_key: key }),
  'log of a request in Python': (key) =>
    `send: b'GET /api/models HTTP/1.1\\r\\nHost: chat.example.com\\r\\nAuthorization: Bearer ${key}\\r\\n\\r\\n'`,
  'HAR file': (key) =>
    JSON.stringify({
      headers: [
        { name: 'authorization', value: `Bearer ${key}` },
        { name: 'accept', value: '*/*' },
      ],
    }),
  'storage of a browser': (key) => `localStorage.setItem('token', '${key}')`,
  'table of a browser’s storage': (key) => `locale\tfr-FR\ntoken\t${key}\ntheme\tdark`,
  'Set-Cookie': (key) => `set-cookie: token=${key}; HttpOnly; Path=/; SameSite=lax`,
  Postman: (key) =>
    JSON.stringify({ auth: { type: 'bearer', bearer: [{ key: 'token', value: key, type: 'string' }] } }),
  Bruno: (key) => `auth:bearer {\n  token: ${key}\n}`,
  'REST client': (key) => `@key = ${key}\nGET https://chat.example.com/api/models`,
  'jq -R': (key) => `"${key}\\r"`,

  // Mails, chats and word processors.
  'quoted-printable in lines of 76': (key) =>
    softBroken(`Bonjour, voici la cl=C3=A9 dont vous aurez besoin : OPENWEBUI_API_KEY=3D${key} =C3=A0 garder.`),
  'quoted-printable in lines of 30': (key) => softBroken(`Cl=C3=A9 : ${key}`, 30),
  'break of a mail at 72': (key) => wrapped(`Bonjour, la clé est ${key}`, 44),
  'breaks at the dashes': (key) => key.replaceAll('-', '-\n'),
  'breaks at the dots': (key) => key.replaceAll('.', '.\n'),
  'break behind three letters, quoted twice': (key) => `>> ${key.slice(0, 20)}\n>> ${key.slice(20)}`,
  'format=flowed': (key) => `${halves(key)[0]} \n${halves(key)[1]}`,
  'format=flowed, quoted': (key) => `> ${halves(key)[0]} \n> ${halves(key)[1]}`,
  'zero-width spaces everywhere': (key) => [...key].join('\u200b'),
  'word joiners everywhere': (key) => [...key].join('\u2060'),
  'byte order marks inside': (key) => halves(key).join('\ufeff'),
  'invisible separator': (key) => halves(key).join('\u2063'),
  'tags of Unicode': (key) => `${key}\u{e0020}\u{e007f}`,
  'mongolian vowel separator': (key) => halves(key).join('\u180e'),
  'object replacement': (key) => `\ufffc${key}\ufffc`,
  'replacement signs around it': (key) => `\ufffd${key}\ufffd`,
  'private use signs, as icons are copied': (key) => `\ue14d ${key} \ue8f5`,
  'smart quotes': (key) => `“${key}”`,
  'low and high quotes': (key) => `‚${key}‘`,
  'Polish quotes': (key) => `„${key}”`,
  'white corner brackets': (key) => `『${key}』`,
  'lenticular brackets': (key) => `【${key}】`,
  'ornamental quotes': (key) => `❝${key}❞`,
  'reversed primes': (key) => `‵${key}′`,
  'wide guillemets': (key) => `《${key}》`,
  'Arabic colon and comma': (key) => `المفتاح: ${key}،`,
  'full stop of Chinese': (key) => `密钥是${key}。`,
  'ellipsis behind': (key) => `${key} …`,
  'letters in circles around it': (key) => `① ${key} ②`,
  'bold letters of mathematics': (key) => [...key].map(mathematicalBold).join(''),
  'typewriter letters of mathematics': (key) => [...key].map(typewriter).join(''),
  'small letters in circles': (key) =>
    key.replace(/[a-z]/g, (sign) => String.fromCodePoint(0x24d0 + sign.charCodeAt(0) - 97)),
  'Greek letters': (key) => key.replaceAll('o', 'ο').replaceAll('v', 'ν').replaceAll('K', 'Κ').replaceAll('A', 'Α'),
  'capital Cyrillic letters': (key) =>
    key
      .replaceAll('A', 'А')
      .replaceAll('B', 'В')
      .replaceAll('C', 'С')
      .replaceAll('E', 'Е')
      .replaceAll('H', 'Н')
      .replaceAll('K', 'К')
      .replaceAll('M', 'М')
      .replaceAll('T', 'Т'),
  'Arabic digits': (key) => key.replace(/[0-9]/g, (sign) => String.fromCodePoint(0x660 + Number(sign))),
  'Persian digits': (key) => key.replace(/[0-9]/g, (sign) => String.fromCodePoint(0x6f0 + Number(sign))),
  ligatures: (key) => key.replaceAll('ff', '\ufb00').replaceAll('fi', '\ufb01').replaceAll('fl', '\ufb02'),
  'en dash': (key) => key.replaceAll('-', '–'),
  'em dash': (key) => key.replaceAll('-', '—'),
  'minus sign': (key) => key.replaceAll('-', '−'),
  'hyphen bullet': (key) => key.replaceAll('-', '⁃'),
  'small hyphen': (key) => key.replaceAll('-', '﹣'),
  'two hyphens, as word processors undo their dash': (key) => `— ${key}`,
  RTF: (key) => `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl\\f0\\fswiss Helvetica;}\n\\f0\\fs24 \\cf0 ${key}\\par}`,
  'RTF, hyphens that do not break': (key) => `{\\rtf1\\ansi\\f0 ${key.replaceAll('-', '\\_')}\\par\n}`,
  'RTF, codes': (key) =>
    `{\\rtf1\\ansi {\\fonttbl\\f0 Arial;}\\f0\\fs24 cl\\'e9 : ${key.replaceAll('-', "\\'2d")}\\par}`,
  'RTF, unicode codes': (key) => `{\\rtf1\\ansi\\uc1 \\f0 ${key.replaceAll('-', '\\u45?')}\\par}`,
  'element of Word': (key) => `<w:r><w:t>${halves(key)[0]}</w:t></w:r><w:r><w:t>${halves(key)[1]}</w:t></w:r>`,
  'hyphen element of Word': (key) => `<w:t>${key.replaceAll('-', '</w:t><w:noBreakHyphen/><w:t>')}</w:t>`,
  'long tags of a mail program': (key) =>
    `<span style="font-family:Consolas,Menlo,monospace;font-size:14px;color:#222222;background:#f5f5f5">${halves(key)[0]}</span><span style="font-family:Consolas,Menlo,monospace;font-size:14px;color:#222222;background:#f5f5f5">${halves(key)[1]}</span>`,
  'Outlook’s safe link': (key) =>
    `https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.example%2F%3Fk%3D${key}%26a%3D1&data=05%7C02`,
  Slack: (key) => `Marie  10:42 AM\n\`${key}\``,
  WhatsApp: (key) => `[20/11/2026 10:42:13] Marie: ${key}`,
  Teams: (key) => `Marie 20/11/2026 10:42\n${key}\nhas context menu`,
  'spoiler of Discord': (key) => `||${key}||`,
  'crossed out': (key) => `~~${key}~~`,
  LaTeX: (key) => `\\texttt{${key.replaceAll('_', '\\_')}}`,
  reStructuredText: (key) => `\`\`${key}\`\``,
  AsciiDoc: (key) => `+${key}+`,
  Jira: (key) => `{code}${key}{code}`,
  MediaWiki: (key) => `<nowiki>${key}</nowiki>`,
  'columns of a table': (key) => `┌─────┬─────┐\n│ key │ ${key} │\n└─────┴─────┘`,
  'box of a terminal, broken': (key) => `│ ${halves(key)[0]} │\n│ ${halves(key)[1]} │`,
  'vCard line': (key) => `NOTE:${halves(key)[0]}\r\n ${halves(key)[1]}`,
  'QR code’s text': (key) => `TEXT:${key};;`,
  'punycode of nothing': (key) => `key=${key}&amp;v=1`,
  'tabs of a spreadsheet': (key) => `guichet\t${key}\t2026-11-20`,
  'quotes doubled by a spreadsheet': (key) => `"=""${key}"""`,
  'apostrophe of a spreadsheet': (key) => `'${key}`,
  'base64 in a mail': (key) =>
    `Content-Transfer-Encoding: base64\n\n${wrapped(btoa(`Bonjour,\n\nvoici la cle : ${key}\n\nMarie\n`), 76)}`,
  'base64, quoted': (key) => `> ${wrapped(btoa(`OPENWEBUI_API_KEY=${key}\nPORT=8787\nHOST=0.0.0.0\n`), 64, '\n> ')}`,
  'base64 in percent codes': (key) => encodeURIComponent(btoa(`${key}\n`)),
  'base64 in JSON, slashes escaped': (key) => JSON.stringify({ data: btoa(`${key}\n`) }).replaceAll('/', '\\/'),
  'hexadecimal of base64': (key) => hexRun(btoa(key)),
  'base64 of hexadecimal': (key) => btoa(hexRun(key)),
  'base64 of percent codes': (key) => btoa(percent(key)),
};

function softBroken(text: string, width = 75): string {
  return wrapped(text, width, '=\r\n');
}

function percent(text: string): string {
  return [...text].map((sign) => (/[A-Za-z0-9]/.test(sign) ? sign : `%${hexRun(sign).toUpperCase()}`)).join('');
}

function hexRun(text: string): string {
  return [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

function pieces(text: string, length: number): string[] {
  const list: string[] = [];
  for (let start = 0; start < text.length; start += length) list.push(text.slice(start, start + length));
  return list;
}

function wrapped(text: string, width: number, lineBreak = '\n'): string {
  return pieces(text, width).join(lineBreak);
}

function halves(key: string): [string, string] {
  const middle = Math.floor(key.length / 2);
  return [key.slice(0, middle), key.slice(middle)];
}

function mathematicalBold(sign: string): string {
  return mathematical(sign, 0x1d400, 0x1d41a, 0x1d7ce);
}

function typewriter(sign: string): string {
  return mathematical(sign, 0x1d670, 0x1d68a, 0x1d7f6);
}

function mathematical(sign: string, capital: number, small: number, digit: number): string {
  const code = sign.charCodeAt(0);
  if (sign >= 'A' && sign <= 'Z') return String.fromCodePoint(capital + code - 65);
  if (sign >= 'a' && sign <= 'z') return String.fromCodePoint(small + code - 97);
  if (sign >= '0' && sign <= '9') return String.fromCodePoint(digit + code - 48);
  return sign;
}
