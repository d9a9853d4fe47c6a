using Dapper;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>Who must sign is asked of the database by the list of a day and by notifications, and of C# by whoever adopts a plan.</summary>
[Parallelizable]
public sealed class PlanSignersTests : OwnDatabaseTest
{
    const int Plans = 300;

    sealed record Part(Guid ProgramId, Guid PersonId, ParticipantRole Role, bool Left);

    sealed record Plan(Guid Id, Guid ProgramId, PlanVersionKind Kind, Guid? LeavingId, Guid? IncomingId);

    sealed record Signature(Guid VersionId, Guid ProgramId, Guid PersonId, ParticipantRole Role);

    sealed record Asked(Guid VersionId, Guid PersonId);

    [TestCase(1)]
    [TestCase(2)]
    public async Task The_database_and_the_rule_name_the_same_people(int seed)
    {
        var random = new Random(seed);
        List<Part> parts = [];
        List<Plan> plans = [];
        List<Signature> signatures = [];
        for (var n = 0; n < Plans; n++) Invent(random, parts, plans, signatures);

        var told = (await Missing(parts, plans, signatures)).ToLookup(asked => asked.VersionId, asked => asked.PersonId);
        Assert.Multiple(() =>
        {
            foreach (var plan in plans)
            {
                PlanAgreement.Signer[] here =
                    [.. parts.Where(p => p.ProgramId == plan.ProgramId && !p.Left).Select(p => new PlanAgreement.Signer(p.PersonId, p.Role))];
                var signed = signatures.Where(s => s.VersionId == plan.Id).Select(s => s.PersonId).ToHashSet();
                var missing = PlanAgreement.Missing(plan.Kind, here, plan.LeavingId, plan.IncomingId, signed).Select(signer => signer.PersonId);
                Assert.That(told[plan.Id], Is.EquivalentTo(missing), plan.ToString());
            }

            Assert.That(told.Count, Is.GreaterThan(Plans / 2));
        });
    }

    /// <summary>A program with one to three on each side, some of whom have left and some of whom have signed before that.</summary>
    static void Invent(Random random, List<Part> parts, List<Plan> plans, List<Signature> signatures)
    {
        var program = Guid.NewGuid();
        List<Part> here = [.. Enum.GetValues<ParticipantRole>().SelectMany(role => Enumerable.Range(0, random.Next(1, 4))
            .Select(_ => new Part(program, Guid.NewGuid(), role, random.Next(4) == 0)))];
        var kind = (PlanVersionKind)random.Next(Enum.GetValues<PlanVersionKind>().Length);
        Part[] mentors = [.. here.Where(p => p.Role == ParticipantRole.Mentor)];
        Guid? leaving = kind == PlanVersionKind.Replacement && random.Next(3) > 0 ? mentors[random.Next(mentors.Length)].PersonId : null;
        var back = mentors.FirstOrDefault(p => p.Left && p.PersonId != leaving);
        Guid? incoming = kind == PlanVersionKind.Replacement ? back?.PersonId ?? Guid.NewGuid() : null;
        var plan = new Plan(Guid.NewGuid(), program, kind, leaving, incoming);
        plans.Add(plan);
        parts.AddRange(here);
        signatures.AddRange(here.Where(_ => random.Next(2) == 0).Select(p => new Signature(plan.Id, program, p.PersonId, p.Role)));
        if (incoming is { } comes && back is null && random.Next(2) == 0) signatures.Add(new(plan.Id, program, comes, ParticipantRole.Mentor));
    }

    /// <summary>The rows stand alone, without the people and schools to which they belong.</summary>
    async Task<IEnumerable<Asked>> Missing(List<Part> parts, List<Plan> plans, List<Signature> signatures)
    {
        await using var transaction = await Owner.BeginTransactionAsync();
        await Owner.ExecuteAsync("set local session_replication_role = replica");
        await Owner.ExecuteAsync("""
            insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on, left_on)
            values (@ProgramId, @ProgramId, 'RU-TVE', @PersonId, 'N', @ProgramId, @Role, date '2026-01-01', case when @Left then date '2026-06-01' end)
            """, parts.Select(p => new { p.ProgramId, p.PersonId, Role = p.Role.ToString(), p.Left }));
        await Owner.ExecuteAsync("""
            insert into program_version (id, program_id, organization_id, region_code, number, kind, status, plan, leaving_id, incoming_id, author_id,
                                         author_name, created_at)
            values (@Id, @ProgramId, @ProgramId, 'RU-TVE', 1, @Kind, 'Proposed', '{}', @LeavingId, @IncomingId, 'a', 'A', now())
            """, plans.Select(p => new { p.Id, p.ProgramId, Kind = p.Kind.ToString(), p.LeavingId, p.IncomingId }));
        await Owner.ExecuteAsync("""
            insert into program_version_signature (version_id, program_id, organization_id, region_code, person_id, person_name, role, signed_at)
            values (@VersionId, @ProgramId, @ProgramId, 'RU-TVE', @PersonId, 'N', @Role, now())
            """, signatures.Select(s => new { s.VersionId, s.ProgramId, s.PersonId, Role = s.Role.ToString() }));
        return await Owner.QueryAsync<Asked>("select v.id version_id, m.person_id from program_version v cross join lateral plan_signers_missing(v) m");
    }
}
