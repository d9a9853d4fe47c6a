using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// All of one program, and what the caller may do with it now. Carries an <c>ETag</c>; with <c>If-None-Match</c> an unchanged program answers
/// 304.
/// </summary>
public static class GetProgram
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapGet("/{programId:guid}", async (Guid programId, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(programId), ct)))
            .Operation(nameof(GetProgram), Permission.ProgramRead);

    public sealed record Query(Guid Id) : IQuery<Result>;

    public sealed record Result
    {
        public required Guid Id { get; init; }
        public required Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }
        public required string RegionCode { get; init; }

        /// <summary>IANA time zone of the region, in which the program's days begin and end.</summary>
        public required string TimeZone { get; init; }
        public required string Title { get; init; }
        public required string FormCode { get; init; }
        public required string KindCode { get; init; }
        public required string PurposeCode { get; init; }
        public required ProgramStatus Status { get; init; }
        public required DateOnly StartsOn { get; init; }
        public required DateOnly EndsOn { get; init; }
        public required string Content { get; init; }

        /// <summary>Pay for mentoring over the term, in kopecks.</summary>
        public required long? PayKopecks { get; init; }

        /// <summary>Counts the submissions; 0 before the first.</summary>
        public required int TermsVersion { get; init; }

        /// <summary>SHA-256 of the terms last put to the participants; a consent names it.</summary>
        public required string? TermsHash { get; init; }
        public required DateTime CreatedAt { get; init; }
        public required DateTime? SubmittedAt { get; init; }
        public required DateTime? ApprovedAt { get; init; }
        public required DateTime? ActivatedAt { get; init; }
        public required DateTime? FinishedAt { get; init; }

        /// <summary>Why it was cancelled, ended early, or completed with activities undone.</summary>
        public required string? FinishReason { get; init; }

        /// <summary>The last day, once notice was given.</summary>
        public required DateOnly? NoticeUntil { get; init; }

        /// <summary>The last day was counted through a year whose decree on days off is not published yet.</summary>
        public required bool NoticeIsProvisional { get; init; }
        public required DateTime UpdatedAt { get; init; }

        /// <summary>To be given with the next change.</summary>
        public required int Version { get; init; }

        /// <summary>Whether the program is tried as a new kind, and what came of that.</summary>
        public required Pilot Pilot { get; init; }

        /// <summary>The council's words on the pilot.</summary>
        public required string? PilotNote { get; init; }

        /// <summary>How often and how the pair meets, in its own words.</summary>
        public required string? Rhythm { get; init; }

        /// <summary>The version of the plan that holds.</summary>
        public required int? PlanVersion { get; init; }

        /// <summary>A change of the plan that waits for signatures.</summary>
        public required int? ProposedPlanVersion { get; init; }
        /// <summary>What would be refused when the program comes into force, so that it is planned otherwise; empty once it is.</summary>
        public required IReadOnlyList<ProgramWarning> Warnings { get; init; } = [];
        public required IReadOnlyList<Participant> Participants { get; init; } = [];
        public required IReadOnlyList<ProgramGoal> Goals { get; init; } = [];
        public required IReadOnlyList<RoadmapActivity> Activities { get; init; } = [];

        /// <summary>All that were asked for, the newest first.</summary>
        public required IReadOnlyList<ConsentRecord> Consents { get; init; } = [];

        /// <summary>The decisions of council and head, the newest first.</summary>
        public required IReadOnlyList<Approval> Approvals { get; init; } = [];
        public required IReadOnlyList<Evaluation> Evaluations { get; init; } = [];

        /// <summary>The steps of the lifecycle that this caller may take now.</summary>
        public required IReadOnlyList<ProgramStep> Steps { get; init; } = [];

        /// <summary>What else this caller may do now.</summary>
        public required IReadOnlyList<ProgramAction> Actions { get; init; } = [];
    }

    /// <param name="Consent">The person's consent to the terms as they stand; null before they are submitted.</param>
    public sealed record Participant(Guid PersonId, string Name, ParticipantRole Role, Guid EmployerId, string EmployerName, DateOnly JoinedOn,
        DateOnly? LeftOn, ConsentStatus? Consent);

    /// <param name="Priority">The mentee's order of importance, from 1; null where none was set.</param>
    /// <param name="PaceHours">Hours that the pair gives to the goal.</param>
    public sealed record ProgramGoal(Guid Id, int Position, string AreaCode, string Difficulty, string Goal, string? Measure, decimal? MeasureBefore,
        decimal? MeasureTarget, decimal? MeasureAfter, int? Priority, decimal? PaceHours, PaceDepth? PaceDepth);

    /// <param name="Version">To be given when it is marked as done.</param>
    public sealed record RoadmapActivity(Guid Id, int Position, string Activity, DateOnly DueOn, Responsible Responsible, string ExpectedResult,
        DateOnly? DoneOn, string? Result, int Version);

    /// <summary>A consent, how the person was identified who decided on it, and its newest dispute.</summary>
    public sealed record ConsentRecord
    {
        public required Guid Id { get; init; }
        public required Guid PersonId { get; init; }
        public required string Name { get; init; }
        public required ConsentStatus Status { get; init; }
        public required int TermsVersion { get; init; }
        public required string TermsHash { get; init; }
        public required DateTime RequestedAt { get; init; }
        public required DateTime? DecidedAt { get; init; }

        /// <summary>The person's own words, if any.</summary>
        public required string? Reason { get; init; }
        public required DateOnly? NoticeUntil { get; init; }

        /// <summary>Null for consents from before it was recorded.</summary>
        public required IdentifiedBy? IdentifiedBy { get; init; }

        /// <summary>When the person last proved to know the account's secrets.</summary>
        public required DateTime? IdentifiedAt { get; init; }

        /// <summary>How the account was last opened to the person, who invited and, for a sheet, who handed it over after seeing which document.</summary>
        public required Delivery? Delivery { get; init; }
        public required string? InvitedByName { get; init; }
        public required string? HandedOverByName { get; init; }
        public required IdentityDocument? Document { get; init; }

        /// <summary>When the person said that somebody else signed, and in which words.</summary>
        public required DateTime? ContestedAt { get; init; }
        public required string? ContestWords { get; init; }
        public required ContestOutcome? ContestOutcome { get; init; }
        public required string? SettleReason { get; init; }
        public required DateTime? SettledAt { get; init; }
        public required string? SettledByName { get; init; }
    }

    public sealed record Approval(ApprovalStage Stage, ApprovalDecision Decision, string? Comment, DateTime DecidedAt, string DecidedByName);

    /// <param name="GoalsReached">1 to 5, as the others.</param>
    public sealed record Evaluation(Guid PersonId, string Name, ParticipantRole Role, int GoalsReached, int Usefulness, int Atmosphere, string Summary,
        DateTime EvaluatedAt);

    sealed record Work(bool HeldMeeting, bool AwaitsSignature, bool MaySettle, bool PairRuns, bool MentorFull);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (program, work) = await db.Many(Sql, new { query.Id, caller.Scope.Person, Account = caller.Id }, async rows => (
                Program: await rows.ReadSingleOrDefaultAsync<Result>() is not { } found ? throw new NotFound() : found with
                {
                    Participants = [.. await rows.ReadAsync<Participant>()],
                    Goals = [.. await rows.ReadAsync<ProgramGoal>()],
                    Activities = [.. await rows.ReadAsync<RoadmapActivity>()],
                    Consents = [.. await rows.ReadAsync<ConsentRecord>()],
                    Approvals = [.. await rows.ReadAsync<Approval>()],
                    Evaluations = [.. await rows.ReadAsync<Evaluation>()],
                },
                Work: await rows.ReadSingleAsync<Work>()), ct);
            var facts = Facts(program, work);
            return program with { Warnings = [.. Warnings(work)], Steps = ProgramOptions.Steps(facts), Actions = ProgramOptions.Actions(facts) };
        }

        static IEnumerable<ProgramWarning> Warnings(Work work)
        {
            if (work.PairRuns) yield return ProgramWarning.PairRuns;
            if (work.MentorFull) yield return ProgramWarning.MentorFull;
        }

        ProgramOptions.Facts Facts(Result program, Work work)
        {
            var own = program.Participants.FirstOrDefault(p => p.PersonId == caller.Scope.Person && p.LeftOn is null);
            var roles = program.Evaluations.Select(e => e.Role).ToHashSet();
            return new(program.Status, caller.Grants.PermissionsFor(program.OrganizationId, program.Id), own is not null, own?.Consent,
                program.NoticeUntil is not null, roles.Count == 2, program.Activities.All(a => a.DoneOn is not null), work.HeldMeeting,
                RegionTime.Today(program.TimeZone, time), program.EndsOn)
            {
                Proposed = program.ProposedPlanVersion is not null, AwaitsSignature = work.AwaitsSignature, IsMentee = own?.Role == ParticipantRole.Mentee,
                MayContest = program.Consents.Any(c => c.PersonId == caller.Scope.Person && Consents.MayBeContested(c.Status, c.DecidedAt)),
                Contested = program.Consents.Any(c => c.Status == ConsentStatus.Contested), MaySettle = work.MaySettle && caller.Scope.Person is not null,
            };
        }
    }

    const string Sql = $"""
        select p.id, p.organization_id, o.name_short organization_name, p.region_code, t.time_zone, p.title, p.form_code, p.kind_code, p.purpose_code,
               p.status, p.starts_on, p.ends_on, p.content, p.pay_kopecks, p.terms_version,
               (select c.terms_hash from consent c where c.program_id = p.id and c.terms_version = p.terms_version limit 1) terms_hash,
               p.created_at, p.submitted_at, p.approved_at, p.activated_at, p.finished_at, p.finish_reason, p.notice_until,
               p.notice_until is not null and not exists (select from calendar_year where year = extract(year from p.notice_until)) notice_is_provisional,
               p.updated_at, p.version, p.pilot, p.pilot_note, p.rhythm,
               (select number from program_version v where v.program_id = p.id and v.status = 'Current') plan_version,
               (select number from program_version v where v.program_id = p.id and v.status = 'Proposed') proposed_plan_version
          from program p join organization o on o.id = p.organization_id join organization_zone t on t.place_id = p.organization_id
         where p.id = @Id;

        select part.person_id, part.person_name as name, part.role, part.employer_id, o.name_short employer_name, part.joined_on, part.left_on,
               (select c.status from consent c where c.program_id = part.program_id and c.person_id = part.person_id and c.terms_version = p.terms_version
                 order by c.status = 'Superseded', c.requested_at desc limit 1) consent
          from program_participant part join program p on p.id = part.program_id join organization o on o.id = part.employer_id
         where part.program_id = @Id order by part.role, part.person_name, part.person_id;

        select id, position, area_code, difficulty, goal, measure, measure_before, measure_target, measure_after, priority, pace_hours, pace_depth
          from program_goal where program_id = @Id order by position;

        select id, position, activity, due_on, responsible, expected_result, done_on, result, version
          from roadmap_activity where program_id = @Id order by position;

        select c.id, c.person_id, part.person_name as name, c.status, c.terms_version, c.terms_hash, c.requested_at, c.decided_at, c.reason, c.notice_until,
               c.identified_by, c.identified_at, i.delivery, i.invited_by_name, i.handed_over_by_name, i.document,
               d.contested_at, d.words contest_words, d.outcome contest_outcome, d.reason settle_reason, d.settled_at, d.settled_by_name
          from consent c join program_participant part on part.program_id = c.program_id and part.person_id = c.person_id
          left join identity.invitation i on i.id = c.invitation_id
          left join lateral (select * from consent_contest where consent_id = c.id order by contested_at desc limit 1) d on true
         where c.program_id = @Id order by c.requested_at desc, part.role, part.person_name;

        select stage, decision, comment, decided_at, decided_by_name from program_approval where program_id = @Id order by decided_at desc;

        select e.person_id, part.person_name as name, e.role, e.goals_reached, e.usefulness, e.atmosphere, e.summary, e.evaluated_at
          from program_evaluation e join program_participant part on part.program_id = e.program_id and part.person_id = e.person_id
         where e.program_id = @Id order by e.role, part.person_name;

        select exists (select from meeting where program_id = @Id and status = 'Held') held_meeting,
               exists (select from program_version v where v.program_id = @Id and v.status = 'Proposed'
                          and @Person::uuid in (select person_id from plan_signers_missing(v))) awaits_signature,
               exists (select from consent c where c.program_id = @Id and c.status = 'Contested' and not {Consents.Involved}) may_settle,
               {ProgramLoad.PairRuns} pair_runs, {ProgramLoad.MentorFull} mentor_full
          from program p where p.id = @Id
        """;
}
