using Dapper;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Region.Resources;

/// <summary>Who reads and writes the map when a statement forgets to ask.</summary>
public sealed class ResourcesPolicyTests : ResourcesTest
{
    async Task<int> With(string sql, object args, Guid? organization = null, Guid? person = null, string permission = "ResourceManage")
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await app.ExecuteAsync("""
            select set_config('scope.organizations', @organizations, true), set_config('scope.person', @person, true),
                   set_config('scope.permission', @permission, true)
            """, new { organizations = $"{{{organization}}}", person = $"{person}", permission });
        return await app.ExecuteAsync(sql, args);
    }

    [Test]
    public async Task The_body_alone_changes_what_it_keeps()
    {
        var resource = await Added();
        const string Change = "update resource set title = 'x' where id = @resource";
        Assert.That(await With(Change, new { resource }, Centre), Is.EqualTo(1));
        Assert.That(await With(Change, new { resource }, await Body()), Is.Zero);
        Assert.That(await With(Change, new { resource }, Centre, permission: "ResourceRead"), Is.Zero);
        Assert.That(await With(Change, new { resource }), Is.Zero);
    }

    [Test]
    public async Task A_place_is_its_persons_and_its_bodys_and_the_count_is_nobodys()
    {
        var resource = await Added();
        var run = await Run(resource);
        await AsTeacher.Post(Place(resource, run, "take"), new { }).Ok();
        const string Change = "update resource_place set given_up_at = now() where run_id = @run";
        Assert.That(await With(Change, new { run }, person: Teacher, permission: "ResourceUse"), Is.EqualTo(1));
        Assert.That(await With(Change, new { run }, Centre), Is.EqualTo(1));
        Assert.That(await With(Change, new { run }, School, await World.Teacher(School), "ResourceUse"), Is.Zero, "a colleague");
        Assert.That(await With(Change, new { run }, await Body()), Is.Zero, "another body");
        Assert.That(await With("update resource_run set taken = 0 where id = @run", new { run }, person: Teacher, permission: "ResourceUse"), Is.Zero);
    }
}
