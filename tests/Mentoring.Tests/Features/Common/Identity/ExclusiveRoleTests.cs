using Dapper;
using FsCheck;
using FsCheck.Fluent;
using Mentoring.Tests.Support;
using Npgsql;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>Any series of appointments, in any order: what is held by one alone is never held twice on one day.</summary>
public sealed class ExclusiveRoleTests : ApiTest
{
    /// <param name="Length">In days; 0 is without an end.</param>
    public sealed record Term(int Holder, int From, int Length)
    {
        public int Until => Length == 0 ? int.MaxValue : From + Length;
    }

    static readonly Arbitrary<Term[]> Terms = (
        from holder in Gen.Choose(0, 2)
        from start in Gen.Choose(0, 40)
        from length in Gen.Frequency((4, Gen.Choose(1, 15)), (1, Gen.Constant(0)))
        select new Term(holder, start, length)).ArrayOf().ToArbitrary();

    [Test]
    public async Task A_council_has_one_chair_at_a_time()
    {
        Guid[] people = [await Person(), await Person(), await Person()];
        Holds(Chair, people, (_, _) => true);
    }

    [Test]
    public async Task Nobody_holds_one_role_at_one_place_twice()
    {
        Guid[] accounts = [await World.Account(), await World.Account(), await World.Account()];
        Holds(Role, accounts, (a, b) => a.Holder == b.Holder);
    }

    /// <summary>Of two terms that overlap and exclude each other the database takes the first alone.</summary>
    void Holds(string insert, Guid[] holders, Func<Term, Term, bool> exclude) => Prop.ForAll(Terms, terms =>
    {
        var school = World.School().GetAwaiter().GetResult();
        var held = new List<Term>();
        foreach (var term in terms)
        {
            var free = !held.Exists(other => exclude(term, other) && term.From < other.Until && other.From < term.Until);
            if (Takes(insert, school, holders[term.Holder], term) != free) return false;
            if (free) held.Add(term);
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    bool Takes(string insert, Guid school, Guid holder, Term term)
    {
        try
        {
            return Sql.Execute(insert, new { school, holder, term.From, Length = term.Length == 0 ? (int?)null : term.Length }) == 1;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.ExclusionViolation)
        {
            return false;
        }
    }

    async Task<Guid> Person() => await World.Teacher(await World.School());

    const string Chair = """
        insert into council_seat (id, organization_id, region_code, person_id, person_name, seat, status, invited_at, invited_by, started_on, ended_on)
        select gen_random_uuid(), id, region_code, @holder, 'Test', 'Chair', 'Held', now(), 'test', date '2026-01-01' + @From,
               date '2026-01-01' + @From + @Length
          from organization where id = @school
        """;

    const string Role = """
        insert into role_assignment (id, account_id, role, organization_id, region_code, started_on, ended_on, granted_by)
        select gen_random_uuid(), @holder, 'Mentor', id, region_code, date '2026-01-01' + @From, date '2026-01-01' + @From + @Length, 'test'
          from organization where id = @school
        """;
}
