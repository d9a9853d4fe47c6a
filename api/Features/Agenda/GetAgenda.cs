using Dapper;
using MediatR;
using Mentoring.Api.Features.Meetings;
using Mentoring.Api.Features.Programs;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Agenda;

/// <summary>What is near and what waits for the caller, in each of the caller's roles.</summary>
public static class GetAgenda
{
    const int MostOfAKind = 20;

    public static void Map(RouteGroupBuilder agenda) =>
        agenda.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .WithSummary("What is near and what waits for the caller")
            .WithDescription("At most 20 tasks of a kind are listed; `counts` says how many there are.")
            .Operation(nameof(GetAgenda), Permission.SignedIn);

    public sealed record Query : IQuery<Result>;

    /// <param name="Meetings">The caller's own of the next two weeks, the nearest first.</param>
    /// <param name="Tasks">The most urgent first: overdue, then by kind and day.</param>
    /// <param name="Programs">In which the caller takes part and which are not over.</param>
    public sealed record Result(IReadOnlyList<NearMeeting> Meetings, IReadOnlyList<OpenTask> Tasks, IReadOnlyList<TaskCount> Counts, IReadOnlyList<OwnProgram> Programs)
    {
        public static readonly Result Empty = new([], [], [], []);
    }

    /// <summary>A planned meeting of the caller's.</summary>
    public sealed record NearMeeting
    {
        public required Guid Id { get; init; }
        public required Guid ProgramId { get; init; }
        public required string ProgramTitle { get; init; }
        public required DateTime StartsAt { get; init; }
        public required int DurationMinutes { get; init; }
        public required MeetingMode Mode { get; init; }
        public required string Topic { get; init; }
        public required string? Place { get; init; }
        public required int Version { get; init; }

        /// <summary>Names of the other participants.</summary>
        public required string[] With { get; init; } = [];
    }

    /// <param name="SubjectId">The consent, meeting or activity; null where it is the program itself.</param>
    /// <param name="Title">The activity's or the meeting's own title; else the program's.</param>
    /// <param name="DueOn">A day of the program's region; null where nothing sets one.</param>
    /// <param name="Overdue">The day is over.</param>
    public sealed record OpenTask(TaskKind Kind, Guid ProgramId, string ProgramTitle, Guid? SubjectId, string Title, DateOnly? DueOn, bool Overdue);

    public sealed record TaskCount(TaskKind Kind, int Count);

    /// <summary>A program of the caller's.</summary>
    public sealed record OwnProgram
    {
        public required Guid Id { get; init; }
        public required string Title { get; init; }
        public required ProgramStatus Status { get; init; }
        public required ParticipantRole Role { get; init; }

        /// <summary>Names of the other participants.</summary>
        public required string[] Partners { get; init; } = [];
        public required int ActivitiesDone { get; init; }
        public required int ActivitiesTotal { get; init; }
        public required DateTime? NextMeetingAt { get; init; }
    }

    sealed record Row(TaskKind Kind, Guid ProgramId, string ProgramTitle, Guid? SubjectId, string Title, DateOnly? DueOn, bool Overdue, int OfKind);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            // Anybody may ask; the rows are those that the caller may read as a participant or in a school.
            if (caller.Grants.For(Permission.ProgramRead) is not { } scope) return Result.Empty;
            caller.Become(caller.Grants, scope);
            return await db.Many(AgendaSql.Meetings + AgendaSql.Tasks + AgendaSql.Programs, new
            {
                caller.Scope.Person, Now = time.GetUtcNow().UtcDateTime, MostOfAKind,
                Mine = caller.Grants.Programs.ToArray(), Curator = Where(Permission.ProgramWrite), Council = Where(Permission.ProgramCouncil), Head = Where(Permission.ProgramHead),
            }, Read, ct);
        }

        Guid[] Where(Permission permission) => [.. caller.Grants.For(permission)?.Organizations ?? []];

        static async Task<Result> Read(SqlMapper.GridReader results)
        {
            var meetings = (await results.ReadAsync<NearMeeting>()).AsList();
            var rows = (await results.ReadAsync<Row>()).AsList();
            var programs = (await results.ReadAsync<OwnProgram>()).AsList();
            return new(meetings,
                [.. rows.OrderByDescending(r => r.Overdue).ThenBy(r => r.Kind).ThenBy(r => r.DueOn ?? DateOnly.MaxValue)
                    .Select(r => new OpenTask(r.Kind, r.ProgramId, r.ProgramTitle, r.SubjectId, r.Title, r.DueOn, r.Overdue))],
                [.. rows.GroupBy(r => r.Kind).OrderBy(g => g.Key).Select(g => new TaskCount(g.Key, g.First().OfKind))],
                programs);
        }
    }
}
