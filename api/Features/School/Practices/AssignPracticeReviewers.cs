using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>
/// Two or more members of the council who are not its authors are asked to review a practice, each for themselves. Of a practice handed in it
/// begins a round of reviews; of one in review it asks further members in the same round, also in the place of those who left.
/// </summary>
public static class AssignPracticeReviewers
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapPost("/reviewers", async (Guid practiceId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(practiceId, body.Version, body.PersonIds), ct)))
            .Operation(nameof(AssignPracticeReviewers), Permission.PracticeManage);

    /// <param name="PersonIds">Members of the council, none of them an author; with those asked in the round already, two to five who still sit on it.</param>
    public sealed record Body(int Version, IReadOnlyList<Guid> PersonIds);

    public sealed record Command(Guid Id, int Version, IReadOnlyList<Guid> PersonIds) : ICommand<PracticeState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.PersonIds)
            .Must(ids => ids.Distinct().Count() == ids.Count && ids.Count is > 0 and <= PracticeLifecycle.ReviewersMost);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PracticeState>
    {
        public async Task<PracticeState> Handle(Command command, CancellationToken ct)
        {
            var practice = await PracticeRow.Lock(db, caller, command.Id, command.Version, ct);
            if (practice.Authors) throw new Forbidden("practice.own");
            PracticeLifecycle.Steps.Next(practice.Status, PracticeStep.TakeUp);
            var round = practice.Status == PracticeStatus.InReview ? practice.Round : practice.Round + 1;
            var asked = await db.Execute(Insert, new { command.Id, round, People = command.PersonIds.ToArray(), Now = time.GetUtcNow().UtcDateTime }, ct);
            if (asked != command.PersonIds.Count) throw new BadInput("practice.reviewer-unfit") { Pointer = "/personIds" };
            if (await db.One<int>(Count, new { command.Id, round }, ct) is < PracticeLifecycle.ReviewsNeeded or > PracticeLifecycle.ReviewersMost)
                throw new BadInput("practice.reviewers-number", ("least", PracticeLifecycle.ReviewsNeeded),
                    ("most", PracticeLifecycle.ReviewersMost))
                { Pointer = "/personIds" };
            return await practice.Take(PracticeStep.TakeUp, db, audit, time, ct, command.PersonIds);
        }
    }

    const string Insert = """
        insert into practice_review (practice_id, round, organization_id, region_code, reviewer_id, reviewer_name, assigned_at)
        select p.id, @round, p.organization_id, p.region_code, s.person_id, s.person_name, @Now
          from practice p join council_seat s on s.organization_id = p.organization_id and s.status = 'Held'
         where p.id = @Id and s.person_id = any(@People)
           and not exists (select from practice_author a where a.practice_id = p.id and a.person_id = s.person_id)
        on conflict do nothing
        """;

    const string Count = $"""
        select count(*)::int from practice_review r where r.practice_id = @Id and r.round = @round and (r.reviewed_at is not null or {PracticeReaders.Seated})
        """;
}
