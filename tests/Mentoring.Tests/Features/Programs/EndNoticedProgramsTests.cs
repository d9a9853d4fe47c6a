using Dapper;
using Mentoring.Api.Features.Programs;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Programs;

/// <summary>Programs whose notice has run out end one by one.</summary>
public sealed class EndNoticedProgramsTests : ProgramTest
{
    [Test]
    public async Task A_program_that_cannot_be_ended_holds_up_no_other_and_ends_when_it_can()
    {
        var (broken, sound) = await Noticed();
        await using (await Poison.In(Sql, "program", broken))
        {
            await Run();
            Assert.That((await Status(broken), await Status(sound)), Is.EqualTo(("Active", "EndedEarly")));
            Assert.That(await Failures(), Is.EqualTo(1));
        }

        Clock.Advance(TimeSpan.FromMinutes(1));
        await Run();
        Assert.That(await Status(broken), Is.EqualTo("EndedEarly"));
        Assert.That(await Failures(), Is.Zero);
    }

    [Test]
    public async Task A_program_that_somebody_ended_meanwhile_troubles_nobody_any_more()
    {
        var (broken, _) = await Noticed();
        await using (await Poison.In(Sql, "program", broken))
            foreach (var minutes in (int[])[0, 1, 2])
            {
                Clock.Advance(TimeSpan.FromMinutes(minutes));
                await Run();
            }

        Assert.That(await Health(), Is.EqualTo("Degraded"));
        await Sql.ExecuteAsync("update program set status = 'Completed', finished_at = @At where id = @broken",
            new { broken, At = Clock.GetUtcNow().UtcDateTime });
        await Run();
        Assert.That(await Failures(), Is.Zero);
        Assert.That(await Health(), Is.EqualTo("Healthy"));
    }

    async Task<(Guid, Guid)> Noticed()
    {
        var (first, second) = (await Active(), await Beside());
        await Sql.ExecuteAsync("update program set notice_until = @day where id = any(@all)", new { day = Now.AddDays(-1), all = new[] { first, second } });
        return (first, second);
    }

    Task Run() => ActivatorUtilities.CreateInstance<EndNoticedPrograms>(Services).Run(default);

    Task<int> Failures() => Sql.ExecuteScalarAsync<int>("select count(*) from due_failure");

    async Task<string> Health()
    {
        using var health = await Anonymous().GetAsync("/health/ready");
        return await health.Content.ReadAsStringAsync();
    }
}
