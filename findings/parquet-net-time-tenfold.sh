#!/usr/bin/env bash
# Parquet.Net 6.1.0 writes a TimeOnly ten times too late: 09:30 as 95 hours after midnight, under the type "time in microseconds". Its own reader
# divides by the same ten, so that a round trip shows nothing; DuckDB reads 23:00, which is 95 hours less three days.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"

cat >writer.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Parquet.Net" Version="[6.1.0]" />
    <PackageReference Include="DuckDB.NET.Data.Full" Version="[1.5.6.1]" />
  </ItemGroup>
</Project>
XML
cat >Program.cs <<'CS'
using DuckDB.NET.Data;
using Parquet.Serialization;

await ParquetSerializer.SerializeAsync([new Meeting { Begins = new TimeOnly(9, 30) }], "meetings.parquet");
Console.WriteLine($"Parquet.Net: {(await ParquetSerializer.DeserializeAsync<Meeting>("meetings.parquet")).Data.Single().Begins:HH:mm}");
using var duck = new DuckDBConnection("DataSource=:memory:");
duck.Open();
using var asks = duck.CreateCommand();
asks.CommandText = "select Begins::varchar from 'meetings.parquet'";
Console.WriteLine($"DuckDB: {asks.ExecuteScalar()}");

public sealed class Meeting { public TimeOnly Begins { get; set; } }
CS

echo 'Parquet.Net 6.1.0, DuckDB 1.5.6'
dotnet run 2>&1 | tee seen
diff - seen <<'SEEN'
Parquet.Net: 09:30
DuckDB: 23:00:00+00
SEEN
echo 'as found: a meeting at half past nine is at eleven at night for everybody else'
