using Dapper;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Region.Support;

/// <summary>Who writes a link when a statement forgets to ask: the body, the school's region, and nobody else.</summary>
public sealed class SupportPolicyTests : SupportTest
{
    const string Change = "update support_link set agreement = 'x' where id = @link";

    const string Add = """
        insert into support_link (region_code, id, organization_id, body_id, service_code, agreement, starts_on, created_at, created_by)
        values ('RU-TVE', gen_random_uuid(), @School, @Centre, 'monitoring', 'x', '2026-09-01', now(), 'x')
        """;

    async Task<T> With<T>(Func<NpgsqlConnection, Task<T>> work, Guid? organization = null, string region = "", string permission = "SupportManage")
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await app.ExecuteAsync("""
            select set_config('scope.organizations', @organizations, true), set_config('scope.regions', @regions, true),
                   set_config('scope.permission', @permission, true)
            """, new { organizations = $"{{{organization}}}", regions = $"{{{region}}}", permission });
        return await work(app);
    }

    [Test]
    public async Task Everybody_reads_it_and_the_body_and_the_schools_region_write_it()
    {
        var link = await Opened();
        Assert.That(await With(app => app.ExecuteScalarAsync<int>("select count(*)::int from support_link where id = @link", new { link })), Is.EqualTo(1));
        Assert.That(await With(app => app.ExecuteAsync(Change, new { link }), Centre), Is.EqualTo(1));
        Assert.That(await With(app => app.ExecuteAsync(Change, new { link }), region: World.Region), Is.EqualTo(1));
        Assert.That(await With(app => app.ExecuteAsync(Add, new { School, Centre }), Centre), Is.EqualTo(1));
        Assert.That(await With(app => app.ExecuteAsync(Add, new { School, Centre }), region: World.Region), Is.EqualTo(1));
    }

    [Test]
    public async Task Nobody_else_writes_it()
    {
        var link = await Opened();
        Assert.That(await With(app => app.ExecuteAsync(Change, new { link })), Is.Zero);
        Assert.That(await With(app => app.ExecuteAsync(Change, new { link }), School), Is.Zero, "the school that is supported");
        Assert.That(await With(app => app.ExecuteAsync(Change, new { link }), await Body(kind: "Institute")), Is.Zero, "another body");
        Assert.That(await With(app => app.ExecuteAsync(Change, new { link }), region: World.OtherRegion), Is.Zero);
        Assert.That(await With(app => app.ExecuteAsync(Change, new { link }), Centre, permission: "SupportRead"), Is.Zero, "who may only read");
        foreach (var organization in (Guid?[])[null, School])
            Assert.That(Assert.ThrowsAsync<PostgresException>(() => With(app => app.ExecuteAsync(Add, new { School, Centre }), organization))!.SqlState,
                Is.EqualTo("42501"));
        Assert.ThrowsAsync<PostgresException>(() => With(app => app.ExecuteAsync("delete from support_link", new { link }), Centre));
    }

    [Test]
    public async Task Whoever_heads_a_body_does_not_hold_there_what_is_closed_to_its_head()
    {
        var refused = Assert.ThrowsAsync<PostgresException>(() => World.Assign(CentreAccount, Api.Platform.Role.Psychologist, Centre));
        Assert.That(refused!.ConstraintName, Is.EqualTo("role_assignment_apart"));
        await World.Assign(CentreAccount, Api.Platform.Role.Psychologist, School);
    }
}
