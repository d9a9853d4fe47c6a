using System.IO.Compression;
using Mentoring.Tests.Support;
using Npgsql;

namespace Mentoring.Tests.Migrations;

/// <summary>A database as it was deployed at version 236, with the rows of one school of the demo country: a dump that is never made anew.</summary>
static class OldDatabase
{
    /// <returns>The owner's connection string.</returns>
    public static async Task<string> Restore()
    {
        await using var file = File.OpenRead(Repository.At("tests", "Mentoring.Tests", "Migrations", "version-236.sql.gz"));
        await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        var owner = await TestDatabase.Empty() + ";Pooling=false";
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync();
        await using var restore = new NpgsqlCommand(await reader.ReadToEndAsync(), connection) { CommandTimeout = 120 };
        await restore.ExecuteNonQueryAsync();
        return owner;
    }
}
