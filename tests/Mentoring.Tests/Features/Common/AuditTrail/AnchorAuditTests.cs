using System.Security.Cryptography;
using Dapper;
using Mentoring.Api.Features.Common.AuditTrail;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.AuditTrail;

public sealed class AnchorAuditTests : ProgramTest
{
    readonly string _folder = Directory.CreateTempSubdirectory("anchors").FullName;

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Audit:AnchorFolder", _folder);
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Each_day_has_one_file_of_all_heads_that_starts_with_the_hash_of_the_one_before()
    {
        await Draft();
        var job = ActivatorUtilities.CreateInstance<AnchorAudit>(Services);
        await job.Run(default);
        await job.Run(default);
        var first = Directory.GetFiles(_folder).Single();
        var head = await Sql.QuerySingleAsync<string>("select organization_id || ' ' || sequence || ' ' || hash from audit_head where organization_id = @Id",
            new { School.Id });
        Assert.That(await File.ReadAllLinesAsync(first), Does.Contain(head));

        Clock.Advance(TimeSpan.FromDays(1));
        await job.Run(default);
        var second = Directory.GetFiles(_folder).Order().Last();
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(first)));
        Assert.That((await File.ReadAllLinesAsync(second))[0], Is.EqualTo($"previous {hash}"));
        Assert.That(await Sql.QueryAsync<string>("select hash from audit_anchor order by taken_on"), Has.Exactly(2).Items.And.ItemAt(0).EqualTo(hash));
    }
}
