using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>One initiative: its card, and for those who are in it who else is, the tasks and the meetings.</summary>
public static class GetInitiative
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapGet("", async (Guid initiativeId, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(initiativeId), ct)))
            .WithDescription("Whoever is not in it reads the card: the leader's name and the organizations, and no other person, task or meeting.")
            .Operation(nameof(GetInitiative), Permission.InitiativeRead);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <summary>What everybody reads of it who may read of it.</summary>
    public record Card
    {
        public required Guid Id { get; init; }
        public required string Title { get; init; }

        /// <summary>What it is for and what is to come of it.</summary>
        public required string Purpose { get; init; }
        public required string[] Areas { get; init; }

        /// <summary>How far it is told of.</summary>
        public required InitiativeScope Scope { get; init; }

        /// <summary>Only those read of it who were invited, or whose organizations were.</summary>
        public required bool ByInvitation { get; init; }
        public required InitiativeStatus Status { get; init; }

        /// <summary>Where it was started.</summary>
        public required Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }
        public required string RegionNameRu { get; init; }

        /// <summary>Who leads it.</summary>
        public required string LeaderName { get; init; }

        /// <summary>How many are in it.</summary>
        public required int MemberCount { get; init; }

        /// <summary>What has come of it, or why it was closed; null while it goes on.</summary>
        public required string? Outcome { get; init; }
        public required DateTime CreatedAt { get; init; }

        /// <summary>When it was completed or closed, in UTC; null while it goes on.</summary>
        public required DateTime? EndedAt { get; init; }
        public required int Version { get; init; }
    }

    public sealed record Result : Card
    {
        /// <summary>Where its members work.</summary>
        public required IReadOnlyList<School> Schools { get; init; }

        /// <summary>Organizations to which the leader offered it; for the leader alone.</summary>
        public required IReadOnlyList<School> OfferedTo { get; init; }

        /// <summary>Where the caller stands with it; null for neither in it nor asked.</summary>
        public required InitiativeMemberStatus? Standing { get; init; }

        /// <summary>The caller leads it.</summary>
        public required bool Leads { get; init; }

        /// <summary>What the leader may do now; of others, what those who are in it may.</summary>
        public required IReadOnlyList<InitiativeStep> Steps { get; init; }

        /// <summary>The caller may ask to be let in.</summary>
        public required bool MayAsk { get; init; }

        /// <summary>Who is in it, and for the leader who asks or was invited.</summary>
        public required IReadOnlyList<Member> People { get; init; }

        /// <summary>What is to be done first, then what is over.</summary>
        public required IReadOnlyList<GroupTask> Tasks { get; init; }

        /// <summary>Those to come and those of the last year.</summary>
        public required IReadOnlyList<Meeting> Meetings { get; init; }

        /// <summary>What its members have brought, the latest first: at most 100.</summary>
        public required IReadOnlyList<GroupFile> Files { get; init; }

        /// <summary>What a territory or a body has set schools in it.</summary>
        public required IReadOnlyList<SchoolTask> SchoolTasks { get; init; }
    }

    public sealed record School(Guid Id, string NameShort);

    /// <param name="Id">Of the membership.</param>
    /// <param name="OrganizationName">Where the person works.</param>
    /// <param name="Leads">Leads the initiative.</param>
    /// <param name="Own">The caller.</param>
    /// <param name="Note">What the person wrote with the asking; null for nothing.</param>
    public sealed record Member(
        Guid Id, Guid PersonId, string PersonName, string OrganizationName, InitiativeMemberStatus Status, bool Leads, bool Own, string? Note);

    public sealed record GroupTask
    {
        public required Guid Id { get; init; }
        public required string Title { get; init; }

        /// <summary>What is to be done; null where the title says it.</summary>
        public required string? Text { get; init; }
        public required DateOnly? DueOn { get; init; }

        /// <summary>Its day is over, and it is not done.</summary>
        public required bool Overdue { get; init; }
        public required InitiativeTaskStatus Status { get; init; }

        /// <summary>Who has taken it; null while nobody has.</summary>
        public required string? TakerName { get; init; }

        /// <summary>What came of it; null before it is done.</summary>
        public required string? Result { get; init; }
        public required IReadOnlyList<InitiativeTaskStep> Steps { get; init; }
        public required int Version { get; init; }
    }

    public sealed record Meeting
    {
        public required Guid Id { get; init; }

        /// <summary>What it is about.</summary>
        public required string Topic { get; init; }
        public required DateTime StartsAt { get; init; }
        public required int DurationMinutes { get; init; }
        public required string? Place { get; init; }

        /// <summary>Of the video call; null where there is none.</summary>
        public required string? Link { get; init; }
        public required InitiativeMeetingStatus Status { get; init; }

        /// <summary>Why it was called off; null where it was not.</summary>
        public required string? Reason { get; init; }
        public required int Version { get; init; }
    }

    /// <param name="Size">Bytes.</param>
    /// <param name="MayRemove">The caller brought it, or leads.</param>
    public sealed record GroupFile(Guid Id, string Name, int Size, DateTime AddedAt, string AddedByName, bool MayRemove);

    /// <param name="Setter">The territory or the body that sets it.</param>
    /// <param name="SchoolCount">How many schools it was set.</param>
    /// <param name="Withdrawn">It was taken back from the schools that were not done with it.</param>
    public sealed record SchoolTask(Guid Id, string Title, string Text, DateOnly DueOn, string Setter, int SchoolCount, bool Withdrawn);

    sealed record Found : Card
    {
        public required Guid LeaderId { get; init; }
        public required DateOnly Today { get; init; }
        public required Guid[] MemberIds { get; init; }
    }

    sealed record TaskRow(
        Guid Id, string Title, string? Text, DateOnly? DueOn, InitiativeTaskStatus Status, Guid? TakerId, string? TakerName, string? Result, int Version);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var person = caller.Scope.Person;
            return await db.Many(Sql, new { query.Id, Person = person, Now = time.GetUtcNow().UtcDateTime }, async rows =>
            {
                var i = await rows.ReadSingleOrDefaultAsync<Found>() ?? throw new NotFound();
                var schools = (await rows.ReadAsync<School>()).ToList();
                var offered = (await rows.ReadAsync<School>()).ToList();
                var people = (await rows.ReadAsync<Member>()).ToList();
                var tasks = (await rows.ReadAsync<TaskRow>()).ToList();
                var meetings = (await rows.ReadAsync<Meeting>()).ToList();
                var files = (await rows.ReadAsync<GroupFile>()).ToList();
                var set = (await rows.ReadAsync<SchoolTask>()).ToList();
                var (leads, isIn) = (i.LeaderId == person, person is { } one && i.MemberIds.Contains(one));
                var standing = people.Find(member => member.Own)?.Status;
                var steps = InitiativeLife.Steps.From(i.Status);
                return new Result
                {
                    Id = i.Id, Title = i.Title, Purpose = i.Purpose, Areas = i.Areas, Scope = i.Scope, ByInvitation = i.ByInvitation, Status = i.Status,
                    OrganizationId = i.OrganizationId, OrganizationName = i.OrganizationName, RegionNameRu = i.RegionNameRu, LeaderName = i.LeaderName,
                    MemberCount = i.MemberCount, Outcome = i.Outcome, CreatedAt = i.CreatedAt, EndedAt = i.EndedAt, Version = i.Version, Schools = schools,
                    OfferedTo = leads ? offered : [], Standing = standing, Leads = leads,
                    Steps = leads ? steps : isIn && steps.Contains(InitiativeStep.Work) ? [InitiativeStep.Work] : [],
                    MayAsk = standing is null && steps.Contains(InitiativeStep.Gather)
                        && caller.Grants.For(Permission.InitiativeWork) is not null,
                    People = [.. people.Where(member => isIn && (leads || member.Status == InitiativeMemberStatus.In))],
                    Tasks = [.. tasks.Select(task => new GroupTask
                    {
                        Id = task.Id, Title = task.Title, Text = task.Text, DueOn = task.DueOn, Status = task.Status, TakerName = task.TakerName,
                        Result = task.Result, Version = task.Version,
                        Overdue = task.DueOn < i.Today && task.Status is InitiativeTaskStatus.Open or InitiativeTaskStatus.Taken,
                        Steps = steps.Contains(InitiativeStep.Work) ? InitiativeLife.Permitted(task.Status, task.TakerId == person) : [],
                    })],
                    Meetings = meetings, Files = files, SchoolTasks = set,
                };
            }, ct);
        }
    }

    const string Sql = """
        select i.id, i.title, i.purpose, i.areas, i.scope, i.by_invitation, i.status, i.organization_id, o.name_short organization_name,
               region.name_ru region_name_ru, i.leader_name, cardinality(i.member_ids) member_count, i.outcome, i.created_at, i.ended_at, i.version,
               i.leader_id, (@Now::timestamptz at time zone zone.time_zone)::date today, i.member_ids
          from initiative i join organization o on o.id = i.organization_id join territory region on region.code = i.region_code
          join organization_zone zone on zone.place_id = i.organization_id
         where i.id = @Id;

        select o.id, o.name_short from initiative i join organization o on o.id = any(i.school_ids) where i.id = @Id order by o.name_short, o.id;

        select o.id, o.name_short from initiative i join organization o on o.id = any(i.invited_school_ids) where i.id = @Id order by o.name_short, o.id;

        select m.id, m.person_id, m.person_name, o.name_short organization_name, m.status, m.person_id = i.leader_id leads,
               coalesce(m.person_id = @Person, false) own, m.note
          from initiative_member m join initiative i on i.region_code = m.region_code and i.id = m.initiative_id
          join organization o on o.id = m.organization_id
         where m.initiative_id = @Id and m.status in ('Invited', 'Suggested', 'Asked', 'In')
         order by m.person_id = i.leader_id desc, m.status <> 'Asked', m.person_name, m.id;

        select id, title, text, due_on, status, taker_id, taker_name, result, version from initiative_task
         where initiative_id = @Id order by status not in ('Open', 'Taken'), due_on nulls last, id;

        select id, topic, starts_at, duration_minutes, place, link, status, reason, version from initiative_meeting
         where initiative_id = @Id and starts_at > @Now::timestamptz - interval '1 year' order by starts_at, id;

        select f.id, f.name, f.size, f.added_at, f.added_by_name, coalesce(@Person in (f.added_by, i.leader_id), false) may_remove
          from initiative_file f join initiative i on i.region_code = f.region_code and i.id = f.initiative_id
         where f.initiative_id = @Id order by f.added_at desc, f.id desc;

        select id, title, text, due_on, setter, cardinality(school_ids) school_count, withdrawn_at is not null withdrawn from school_task
         where initiative_id = @Id and coalesce(@Person = any(member_ids), false) order by due_on, id;
        """;
}
