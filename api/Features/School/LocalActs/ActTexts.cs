using System.Security.Cryptography;
using System.Text;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Keeps every edition of an act's text with its author, its reason and its hash.</summary>
public sealed class ActTexts(Db db, Caller caller, TimeProvider time)
{
    public Task Write(Guid act, int edition, string title, string body, string? reason, CancellationToken ct) => db.ExecuteOne(Sql, new
    {
        act, edition, title, body, reason, Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{body}"))),
        By = caller.Id, ByName = caller.Name, Now = time.GetUtcNow().UtcDateTime,
    }, ct);

    const string Sql = """
        insert into local_act_version (act_id, edition, organization_id, region_code, title, body, body_hash, reason, written_by, written_by_name, written_at)
        select id, @edition, organization_id, region_code, @title, @body, @Hash, @reason, @By, @ByName, @Now from local_act where id = @act
        """;
}
