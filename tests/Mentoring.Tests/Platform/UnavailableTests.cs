using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Platform;

/// <summary>The database goes away under the running API, and comes back.</summary>
public sealed class UnavailableTests : ApiTest
{
    [Test]
    public async Task Callers_are_told_to_come_again_and_are_served_when_it_is_back()
    {
        using var curator = await As(Role.Curator, await World.School());
        await curator.GetAsync("/api/v1/me").Ok();

        await Sql.ExecuteAsync("""
            do $$ begin execute format('alter database %I connection limit 0', current_database()); end $$;
            select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid();
            """);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var answer = await curator.GetAsync("/api/v1/programs");
            Assert.That(answer.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(5)));
            await Task.FromResult(answer).IsProblem(503, "unavailable");
        }

        await Sql.ExecuteAsync("do $$ begin execute format('alter database %I connection limit -1', current_database()); end $$");
        await curator.GetAsync("/api/v1/programs").Ok();
    }
}
