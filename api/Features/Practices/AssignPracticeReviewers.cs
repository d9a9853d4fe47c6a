using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Practices;

/// <summary>Two or more members of the council who are not its authors are asked to review a practice, each for themselves.</summary>
public static class AssignPracticeReviewers
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapPost("/reviewers", async (Guid id, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(id, body.Version, body.PersonIds), ct)))
            .WithSummary("Asks members of the council to review a practice")
            .Operation(nameof(AssignPracticeReviewers), Permission.PracticeManage);

    /// <param name="PersonIds">Two to five members of the council; none of them an author.</param>
    public sealed record Body(int Version, IReadOnlyList<Guid> PersonIds);

    public sealed record Command(Guid Id, int Version, IReadOnlyList<Guid> PersonIds) : ICommand<PracticeState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.PersonIds).Must(ids => ids.Distinct().Count() == ids.Count && ids.Count is >= PracticeLifecycle.ReviewsNeeded and <= 5);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PracticeState>
    {
        public async Task<PracticeState> Handle(Command command, CancellationToken ct)
        {
            var practice = await PracticeRow.Lock(command.Id, command.Version, db, caller, ct);
            if (practice.Authors) throw new Forbidden("practice.own");
            PracticeLifecycle.Steps.Next(practice.Status, PracticeStep.TakeUp);
            await db.Execute("delete from practice_review where practice_id = @Id", command, ct);
            var asked = await db.Execute(Insert, new { command.Id, People = command.PersonIds.ToArray(), Now = time.GetUtcNow().UtcDateTime }, ct);
            if (asked != command.PersonIds.Count) throw new BadInput("practice.reviewer-unfit") { Pointer = "/personIds" };
            return await practice.Take(PracticeStep.TakeUp, db, audit, time, ct);
        }
    }

    const string Insert = """
        insert into practice_review (practice_id, organization_id, region_code, reviewer_id, reviewer_name, assigned_at)
        select p.id, p.organization_id, p.region_code, s.person_id, s.person_name, @Now
          from practice p join council_seat s on s.organization_id = p.organization_id and s.status = 'Held'
         where p.id = @Id and s.person_id = any(@People)
           and not exists (select from practice_author a where a.practice_id = p.id and a.person_id = s.person_id)
        """;
}
