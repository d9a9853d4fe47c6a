#!/usr/bin/env bash
# Parquet.Net 6.1.0 writes a Guid in the order of bytes that the format asks for, but its column's smallest and greatest value in the order of .NET,
# so that the statistics of a column of ids leave out the very values that stand in it. Its own reader does not look at them.
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

Guid[] ids = [new("01020304-0506-0708-090a-0b0c0d0e0f10"), new("01020305-0506-0708-090a-0b0c0d0e0f10")];
await ParquetSerializer.SerializeAsync(ids.Select(id => new Row { Id = id }), "rows.parquet");
using var duck = new DuckDBConnection("DataSource=:memory:");
duck.Open();
foreach (var (what, sql) in new[]
{
    ("values", "select min(Id), max(Id) from 'rows.parquet'"),
    ("statistics", "select stats_min_value, stats_max_value from parquet_metadata('rows.parquet')"),
})
{
    using var asks = duck.CreateCommand();
    asks.CommandText = sql;
    using var answer = asks.ExecuteReader();
    answer.Read();
    Console.WriteLine($"{what}: {answer.GetValue(0)} to {answer.GetValue(1)}");
}

public sealed class Row { public Guid Id { get; set; } }
CS

echo 'Parquet.Net 6.1.0, DuckDB 1.5.6'
dotnet run 2>&1 | tee seen
diff - seen <<'SEEN'
values: 01020304-0506-0708-090a-0b0c0d0e0f10 to 01020305-0506-0708-090a-0b0c0d0e0f10
statistics: 04030201-0605-0807-090a-0b0c0d0e0f10 to 05030201-0605-0807-090a-0b0c0d0e0f10
SEEN
echo 'as found: the first value of the column is less than what the statistics call the smallest'
