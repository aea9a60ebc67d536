/** The create request as scripts for sh and PowerShell that sign at run time with keys from the environment. */
import { type ToolFacts, writtenFor } from './facts';
import { bodyPairs, createPath, creationNote, type ExportRequest } from './request';
import { posixQuote, powerShellQuote, refuseControls } from './shell';

/** The versions that the script has run with. `--data-urlencode` is as old as curl 7.18. */
export const curlFacts: ToolFacts = {
  product: 'sh, OpenSSL 3.0 and curl',
  version: '7.88.1',
  asOf: '2026-11-25',
  source: 'https://curl.se/docs/manpage.html',
};

/** Windows PowerShell has the fewest parameters; those that are used here are in PowerShell 7 as well. */
export const powerShellFacts: ToolFacts = {
  product: 'Windows PowerShell',
  version: '5.1',
  asOf: '2026-11-25',
  source: 'https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-restmethod',
};

/** A POSIX shell script that needs curl and openssl. Throws UnquotableError for a value with control characters. */
export function curlScript(request: ExportRequest): string {
  const data = bodyPairs(request).map(([name, value]) => {
    refuseControls(name, value);
    return `  --data-urlencode ${posixQuote(`${name}=${value}`)}`;
  });
  return `#!/bin/sh
# ${creationNote(request)}
# ${writtenFor(curlFacts)}
set -eu
: "\${NCLOUD_ACCESS_KEY:?Set NCLOUD_ACCESS_KEY}" "\${NCLOUD_SECRET_KEY:?Set NCLOUD_SECRET_KEY}"

host=${posixQuote(request.endpoint)}
path=${posixQuote(createPath(request.environment))}
timestamp=$(date +%s)000
signature=$(printf 'POST %s\\n%s\\n%s' "$path" "$timestamp" "$NCLOUD_ACCESS_KEY" |
  openssl dgst -sha256 -hmac "$NCLOUD_SECRET_KEY" -binary | openssl base64)

curl --silent --show-error --max-redirs 0 "$host$path" \\
  --header "x-ncp-apigw-timestamp: $timestamp" \\
  --header "x-ncp-iam-access-key: $NCLOUD_ACCESS_KEY" \\
  --header "x-ncp-apigw-signature-v2: $signature" \\
${data.join(' \\\n')}
`;
}

/** A PowerShell script without further needs. Throws UnquotableError for a value with control characters. */
export function powerShellScript(request: ExportRequest): string {
  const data = bodyPairs(request).map(([name, value]) => {
    refuseControls(name, value);
    return `  @(${powerShellQuote(name)}, ${powerShellQuote(value)})`;
  });
  return `# ${creationNote(request)}
# ${writtenFor(powerShellFacts)}
$ErrorActionPreference = 'Stop'
if (-not $env:NCLOUD_ACCESS_KEY -or -not $env:NCLOUD_SECRET_KEY) { throw 'Set NCLOUD_ACCESS_KEY and NCLOUD_SECRET_KEY' }

$path = ${powerShellQuote(createPath(request.environment))}
$timestamp = [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds()
$hmac = New-Object System.Security.Cryptography.HMACSHA256 (,[Text.Encoding]::UTF8.GetBytes($env:NCLOUD_SECRET_KEY))
$text = "POST $path\`n$timestamp\`n$env:NCLOUD_ACCESS_KEY"
$signature = [Convert]::ToBase64String($hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes($text)))
$pairs = @(
${data.join(',\n')}
)
$body = ($pairs | ForEach-Object { [Uri]::EscapeDataString($_[0]) + '=' + [Uri]::EscapeDataString($_[1]) }) -join '&'

Invoke-RestMethod -Method Post -Uri (${powerShellQuote(request.endpoint)} + $path) -MaximumRedirection 0 -Body $body \`
  -ContentType 'application/x-www-form-urlencoded' -Headers @{
    'x-ncp-apigw-timestamp' = "$timestamp"
    'x-ncp-iam-access-key' = $env:NCLOUD_ACCESS_KEY
    'x-ncp-apigw-signature-v2' = $signature
  }
`;
}
