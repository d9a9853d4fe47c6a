#!/usr/bin/env bash
# Standard Webhooks lets a sender put several signatures into one header while a secret is replaced. Of those StandardWebhooks 1.1.2 (NuGet)
# reads the first alone and refuses a message whose second one is right; standardwebhooks 1.1.1 (npm) takes any of them.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"

cat >receiver.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
    <PackageReference Include="StandardWebhooks" Version="[1.1.2]" />
  </ItemGroup>
</Project>
XML
cat >Program.cs <<'CS'
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StandardWebhooks;

var given = JsonDocument.Parse(File.ReadAllText("given.json")).RootElement;
string Of(string name) => given.GetProperty(name).GetString()!;
foreach (var order in new[] { "own alone", "own first", "own second" })
{
    var headers = new HeaderDictionary { ["webhook-id"] = Of("id"), ["webhook-timestamp"] = Of("at"), ["webhook-signature"] = Of(order) };
    try
    {
        new StandardWebhook(Of("key")).Verify(Of("body"), headers);
        Console.WriteLine($"NuGet, {order}: accepted");
    }
    catch (Exception refused)
    {
        Console.WriteLine($"NuGet, {order}: {refused.GetType().Name}");
    }
}
CS
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --save-exact standardwebhooks@1.1.1
cat >receiver.cjs <<'JS'
const { createHmac } = require('node:crypto');
const { writeFileSync } = require('node:fs');
const { Webhook } = require('standardwebhooks');

const [id, at, body] = ['msg_1', String(Math.floor(Date.now() / 1000)), '{"type":"program.started"}'];
const key = (byte) => Buffer.alloc(32, byte);
const signature = (byte) => `v1,${createHmac('sha256', key(byte)).update(`${id}.${at}.${body}`).digest('base64')}`;
const orders = { 'own alone': signature(1), 'own first': `${signature(1)} ${signature(2)}`, 'own second': `${signature(2)} ${signature(1)}` };
writeFileSync('given.json', JSON.stringify({ id, at, body, key: key(1).toString('base64'), ...orders }));
for (const [order, signatures] of Object.entries(orders)) {
  try {
    new Webhook(key(1).toString('base64')).verify(body, { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signatures });
    console.log(`npm, ${order}: accepted`);
  } catch (refused) {
    console.log(`npm, ${order}: ${refused.constructor.name}`);
  }
}
JS

echo 'standardwebhooks 1.1.1 (npm), StandardWebhooks 1.1.2 (NuGet)'
node receiver.cjs | tee seen
dotnet run 2>&1 | tee -a seen
diff - seen <<'SEEN'
npm, own alone: accepted
npm, own first: accepted
npm, own second: accepted
NuGet, own alone: accepted
NuGet, own first: accepted
NuGet, own second: WebhookVerificationException
SEEN
echo 'as found: the NuGet package reads the first signature alone'
