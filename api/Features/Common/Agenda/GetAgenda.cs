using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Agenda;

/// <summary>
/// What is near and what waits for the caller, in each of the caller's roles. At most 20 tasks of a kind are listed; <c>counts</c> says how
/// many there are.
/// </summary>
public static class GetAgenda
{
    const int MostOfAKind = 20;

    public static void Map(RouteGroupBuilder agenda) =>
        agenda.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(GetAgenda), Permission.SignedIn);

    public sealed record Query : IQuery<Result>;

    /// <param name="Meetings">The caller's own of the next two weeks, the nearest first.</param>
    /// <param name="Tasks">The most urgent first: overdue, then by kind and day.</param>
    /// <param name="Programs">In which the caller takes part and which are not over.</param>
    public sealed record Result(IReadOnlyList<NearMeeting> Meetings, IReadOnlyList<OpenTask> Tasks, IReadOnlyList<TaskCount> Counts,
        IReadOnlyList<OwnProgram> Programs);

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

        /// <summary>Its program is paused: nobody is expected unless it is taken up again.</summary>
        public required bool Rests { get; init; }

        /// <summary>Names of the other participants.</summary>
        public required string[] With { get; init; } = [];
    }

    /// <summary>Something that waits for the caller.</summary>
    public sealed record OpenTask
    {
        public required TaskKind Kind { get; init; }

        /// <summary>What is to be decided or done: the consent, the act, the person whose profile it is.</summary>
        public required Guid SubjectId { get; init; }

        /// <summary>Its own title: the activity, the document, the program.</summary>
        public required string Title { get; init; }

        /// <summary>Where it belongs, as the title of the program; null where the title says it.</summary>
        public required string? About { get; init; }

        /// <summary>Names of those whom it concerns.</summary>
        public required string? Person { get; init; }
        public required Guid? ProgramId { get; init; }

        /// <summary>Null for what belongs to a territory, as a register of organizations.</summary>
        public required Guid? OrganizationId { get; init; }

        /// <summary>A day of the organization's region; null where nothing sets one.</summary>
        public required DateOnly? DueOn { get; init; }

        /// <summary>The day is over.</summary>
        public required bool Overdue { get; init; }

        /// <summary>To be given with a decision.</summary>
        public required int Version { get; init; }

        /// <summary>The page of the web client where it is done.</summary>
        public required string Path { get; init; }
    }

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

    sealed record Counted
    {
        public required OpenTask Task { get; init; }
        public required int OfKind { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var own = caller.Grants.For(Permission.SignedIn)!;
            List<(Scope Scope, string Sql)> questions = [(own, AgendaSql.Meetings), (own, AgendaSql.Programs)];
            questions.AddRange(AgendaQuestion.Statements.Where(of => caller.Grants.For(of.Key) is not null)
                .Select(of => (caller.Grants.For(of.Key)!, of.Value)));

            var (meetings, programs, rows) = (new List<NearMeeting>(), new List<OwnProgram>(), new List<Counted>());
            await db.Each(questions, new
            {
                own.Person, own.Account, Now = time.GetUtcNow().UtcDateTime, MostOfAKind,
                Mine = caller.Grants.Programs.ToArray()
            }, async (index, results) =>
            {
                if (index == 0) meetings.AddRange(await results.ReadAsync<NearMeeting>());
                else if (index == 1) programs.AddRange(await results.ReadAsync<OwnProgram>());
                else rows.AddRange(results.Read<OpenTask, int, Counted>((task, count) => new Counted { Task = task, OfKind = count }, splitOn: "of_kind"));
            }, ct);
            return new(meetings,
                [.. rows.Select(r => r.Task).OrderByDescending(t => t.Overdue).ThenBy(t => t.Kind).ThenBy(t => t.DueOn ?? DateOnly.MaxValue)],
                [.. rows.GroupBy(r => r.Task.Kind).OrderBy(g => g.Key).Select(g => new TaskCount(g.Key, g.First().OfKind))],
                programs);
        }
    }
}
