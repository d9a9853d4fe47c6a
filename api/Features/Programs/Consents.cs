using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Programs;

/// <summary>What several steps do with the consents of a program.</summary>
public static class Consents
{
    /// <summary>
    /// Back in draft the terms may change: what was asked or given before holds no longer. A dispute goes on: that somebody
    /// else signed does not become untrue.
    /// </summary>
    public static Task Supersede(Guid program, Db db, CancellationToken ct) => db.Execute(
        "update consent set status = 'Superseded' where program_id = @program and status in ('Requested', 'Given')", new { program }, ct);

    /// <summary>Takes the step to the council once no consent to the terms as they stand is waited for or contested.</summary>
    public static async Task<ProgramRow> Gathered(ProgramRow program, Db db, TimeProvider time, CancellationToken ct) =>
        await db.One<int>(Missing, new { program.Id, program.TermsVersion }, ct) == 0 ? await program.Take(ProgramStep.ConsentsGiven, db, time, ct) : program;

    const string Missing = """
        select count(*)::int from consent where program_id = @Id and (status = 'Requested' or status = 'Contested' and terms_version = @TermsVersion)
        """;

    /// <summary>Whether the caller ever opened the account of the person whose consent <c>c</c> is, as inviter or as second official.</summary>
    public const string Involved = """
        exists (select from identity.invitation i join identity.account a on a.id = i.account_id
                 where a.person_id = c.person_id and @Caller in (i.invited_by, i.handed_over_by))
        """;
}
