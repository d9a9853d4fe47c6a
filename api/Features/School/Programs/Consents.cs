using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>What several steps do with the consents of a program.</summary>
public static class Consents
{
    /// <summary>
    /// Back in draft the terms may change: what was asked or given before holds no longer. A dispute goes on: that somebody
    /// else signed does not become untrue.
    /// </summary>
    public static Task Supersede(Guid program, Db db, CancellationToken ct) => db.Execute(
        "update consent set status = 'Superseded' where program_id = @program and status = any(@Lapses)",
        new { program, Lapses = ConsentLifecycle.Steps.Before(ConsentStep.Lapse) }, ct);

    /// <summary>What was given can be contested, also when the terms were changed later: sending a program back ends no dispute before it begins.</summary>
    public static bool MayBeContested(ConsentStatus status, DateTime? decidedAt) =>
        ConsentLifecycle.Steps.Allows(status, ConsentStep.Contest) && (status == ConsentStatus.Given || decidedAt is not null);

    /// <summary>Takes the step to the council once no consent to the terms as they stand is waited for or contested.</summary>
    public static async Task<ProgramRow> Gathered(ProgramRow program, Db db, TimeProvider time, CancellationToken ct) =>
        await db.One<int>(Missing, new { program.Id, program.TermsVersion }, ct) == 0 ? await program.Take(ProgramStep.ConsentsGiven, db, time, ct) : program;

    const string Missing = """
        select count(*)::int from consent where program_id = @Id and (status = 'Requested' or status = 'Contested' and terms_version = @TermsVersion)
        """;

    /// <summary>
    /// Whether the caller had a hand in the account of the person whose consent <c>c</c> is: as inviter, as second official,
    /// by the address to which its links go, or, where nobody wrote down who opened it, as one of those who could.
    /// </summary>
    public const string Involved = """
        (exists (select from identity.invitation i join identity.account a on a.id = i.account_id
                  where a.person_id = c.person_id and @Account in (i.invited_by, i.handed_over_by))
         or exists (select from person who where who.id = c.person_id and who.email_by = @Account)
         or c.invitation_id is null and exists (
             select from role_assignment r
              where r.account_id::text = @Account and r.organization_id = c.organization_id and r.role in ('Head', 'Curator') and r.started_on <= c.decided_at))
        """;
}
