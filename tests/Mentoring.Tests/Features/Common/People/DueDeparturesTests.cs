using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>Who has left is asked of what has ended since, not of everybody who ever did.</summary>
public sealed class DueDeparturesTests : LeavingTest
{
    [SetUp]
    public Task NobodyIsDue() => Sweep();

    [Test]
    public async Task What_was_followed_leaves_the_queue_and_what_is_to_come_stays()
    {
        var (gone, later) = (await World.Teacher(School.Id, "Ушедшая"), await World.Teacher(School.Id, "Уходящая"));
        await Ends(gone, School.Id, Now);
        await Ends(later, School.Id, Now.AddDays(9));
        Assert.That(await Queue(), Is.EquivalentTo(new[] { gone, later }));
        await Sweep();
        Assert.That(await Queue(), Is.EqualTo(new[] { later }));
        Assert.That(await Noted(gone), Is.EqualTo(1));
        Clock.Advance(TimeSpan.FromDays(9));
        await Sweep();
        Assert.That((await Queue(), await Noted(later)), Is.EqualTo((Array.Empty<Guid>(), 1L)));
    }

    [Test]
    public async Task Whoever_works_on_after_all_is_asked_about_once()
    {
        var stays = await World.Teacher(School.Id, "Оставшаяся");
        await Ends(stays, School.Id, Now);
        await Employ(stays);
        await Sweep();
        Assert.That((await Queue(), await Noted(stays)), Is.EqualTo((Array.Empty<Guid>(), 0L)));

        await Sql.ExecuteAsync("update employment set position_code = 'teacher' where person_id = @stays", new { stays });
        Assert.That(await Queue(), Is.Empty, "nothing ended");
    }

    [Test]
    public async Task An_end_that_is_found_out_later_is_followed_however_long_ago_it_was()
    {
        var gone = await World.Teacher(School.Id, "Давняя");
        await Ends(gone, School.Id, Now.AddDays(-400));
        await Sweep();
        Assert.That((await Queue(), await Noted(gone)), Is.EqualTo((Array.Empty<Guid>(), 1L)));
    }

    [Test]
    public async Task The_end_of_a_role_is_queued_like_that_of_work_and_other_roles_are_not()
    {
        var mentor = await World.Teacher(School.Id, "Рольева");
        var account = await World.Account(Api.Platform.Role.Mentor, School.Id, mentor);
        await World.Assign(account, Api.Platform.Role.SiteEditor, School.Id);
        await Sql.ExecuteAsync("update role_assignment set ended_on = @Now where account_id = @account and role = 'SiteEditor'", new { account, Now });
        Assert.That(await Queue(), Is.Empty);
        await Sql.ExecuteAsync("update role_assignment set ended_on = @Now where account_id = @account and role = 'Mentor'", new { account, Now });
        Assert.That(await Queue(), Is.EqualTo(new[] { mentor }));
        await Sweep();
        Assert.That((await Queue(), await Noted(mentor)), Is.EqualTo((Array.Empty<Guid>(), 1L)));
    }

    async Task<Guid[]> Queue() =>
        [.. await Sql.QueryAsync<Guid>("select person_id from departure_due where organization_id = @Id order by due_on", new { School.Id })];

    Task<long> Noted(Guid person) => Sql.ExecuteScalarAsync<long>("select count(*) from departure where person_id = @person", new { person });
}
