using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>A member of the council who was asked reviews a practice by the rubric.</summary>
public static class ReviewPractice
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapPut("/review", async (Guid practiceId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(practiceId, body.Marks, body.Recommended, body.Comment), ct)))
            .Operation(nameof(ReviewPractice), Permission.PracticeReview);

    /// <param name="Marks">One for each criterion of the dictionary `practice-criterion`.</param>
    /// <param name="Comment">What the authors should know; at most 4,000 characters.</param>
    public sealed record Body(IReadOnlyList<PracticeMark> Marks, bool Recommended, string Comment);

    public sealed record Command(Guid Id, IReadOnlyList<PracticeMark> Marks, bool Recommended, string Comment) : ICommand<PracticeState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Comment).NotEmpty().MaximumLength(4000);
            RuleForEach(c => c.Marks).ChildRules(mark =>
            {
                mark.RuleFor(m => m.Mark).InclusiveBetween(0, 3);
                mark.RuleFor(m => m.Ground).NotEmpty().MaximumLength(500);
            });
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PracticeState>
    {
        public async Task<PracticeState> Handle(Command command, CancellationToken ct)
        {
            var practice = await PracticeRow.Lock(db, caller, command.Id, null, ct);
            if (practice.Status != PracticeStatus.InReview) throw new RuleViolation("practice.not-now");
            var criteria = await db.List<string>("select code from dictionary_entry where dictionary = 'practice-criterion' and valid_to is null", null, ct);
            if (!criteria.Order().SequenceEqual(command.Marks.Select(m => m.Criterion).Order())) throw new BadInput("practice.criteria") { Pointer = "/marks" };
            var reviewed = await db.Execute(Save, new
            {
                command.Id, practice.Round, caller.Person, command.Recommended, command.Comment,
                Marks = JsonSerializer.Serialize(command.Marks, JsonSerializerOptions.Web), Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            if (reviewed != 1) throw new Forbidden("practice.not-asked");
            audit.About(practice.OrganizationId, practice.RegionCode, practice.Id, new PracticeReviewed(command.Recommended));
            return new(practice.Id, practice.Status, practice.Version);
        }
    }

    const string Save = $"""
        update practice_review r set recommended = @Recommended, comment = @Comment, marks = @Marks::jsonb, reviewed_at = @Now
         where r.practice_id = @Id and r.round = @Round and r.reviewer_id = @Person and {PracticeReaders.Seated}
        """;
}

/// <summary>A reviewer's mark by one criterion, with what it rests on.</summary>
/// <param name="Criterion">A code of the dictionary `practice-criterion`.</param>
/// <param name="Mark">0 (not seen) to 3 (fully).</param>
/// <param name="Ground">At most 500 characters.</param>
public sealed record PracticeMark(string Criterion, int Mark, string Ground);
