using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>An author writes on, while the practice is a draft.</summary>
public static class RevisePractice
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapPut("", async (Guid practiceId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(practiceId, body), ct)))
            .Operation(nameof(RevisePractice), Permission.PracticeShare);

    public sealed record Body : PracticeText
    {
        public required int Version { get; init; }
    }

    public sealed record Command(Guid Id, Body Text) : ICommand<PracticeState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).SetValidator(new PracticeText.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PracticeState>
    {
        public async Task<PracticeState> Handle(Command command, CancellationToken ct)
        {
            var (text, practice) = (command.Text, await PracticeRow.LockOwn(db, caller, command.Id, command.Text.Version, ct));
            if (practice.Status != PracticeStatus.Draft) throw new RuleViolation("practice.not-now");
            await text.Check(db, ct);
            await db.ExecuteOne(Save, new
            {
                command.Id, text.Title, text.Problem, text.Description, text.Results, text.Evidence, Areas = text.Areas.ToArray(),
                Topics = text.Topics.ToArray(), Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            var asked = await PracticeRow.SaveAuthors(command.Id, text.AuthorIds, caller.Person, db, time, ct);
            audit.About(practice.OrganizationId, practice.RegionCode, practice.Id, new PracticeRevised(), concerned: asked);
            return new(practice.Id, practice.Status, practice.Version + 1);
        }
    }

    const string Save = """
        update practice
           set title = @Title, problem = @Problem, description = @Description, results = @Results, evidence = @Evidence, areas = @Areas, topics = @Topics,
               updated_at = @Now, version = version + 1
         where id = @Id
        """;
}
