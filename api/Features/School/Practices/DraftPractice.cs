using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>Anybody who works at the school begins to describe a practice, alone or with others.</summary>
public static class DraftPractice
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapPost("", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var state = await mediator.Send(new Command(organizationId, body), ct);
                return TypedResults.Created($"/api/v1/practices/{state.Id}", state);
            })
            .Operation(nameof(DraftPractice), Permission.PracticeShare);

    public sealed record Body : PracticeText
    {
        /// <summary>A published practice of one's own that this one is to replace.</summary>
        public Guid? SupersedesId { get; init; }
    }

    public sealed record Command(Guid OrganizationId, Body Text) : ICommand<PracticeState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).SetValidator(new PracticeText.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PracticeState>
    {
        public async Task<PracticeState> Handle(Command command, CancellationToken ct)
        {
            caller.Scope.MustReach(command.OrganizationId);
            var text = command.Text;
            await text.Check(db, ct);
            if (text.SupersedesId is { } earlier && !await db.One<bool>(Own, new { earlier, command.OrganizationId, caller.Person }, ct))
                throw new BadInput("practice.cannot-be-superseded") { Pointer = "/supersedesId" };
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var region = await db.One<string>(Insert, new
            {
                id, command.OrganizationId, text.Title, text.Problem, text.Description, text.Results, text.Evidence, Areas = text.Areas.ToArray(),
                Topics = text.Topics.ToArray(), text.SupersedesId,
                caller.Person, Now = now.UtcDateTime,
            }, ct);
            var asked = await PracticeRow.SaveAuthors(id, text.AuthorIds, caller.Person, db, time, ct);
            audit.About(command.OrganizationId, region, id, new PracticeDrafted(), concerned: asked);
            return new(id, PracticeStatus.Draft, 1);
        }
    }

    const string Own = """
        select exists (select from practice p join practice_author a on a.practice_id = p.id
                        where p.id = @earlier and p.organization_id = @OrganizationId and p.status = 'Published' and a.person_id = @Person)
        """;

    const string Insert = """
        insert into practice (id, organization_id, region_code, status, title, problem, description, results, evidence, areas, topics, supersedes_id,
            created_by, created_at, updated_at)
        select @id, id, region_code, 'Draft', @Title, @Problem, @Description, @Results, @Evidence, @Areas, @Topics, @SupersedesId, @Person, @Now, @Now
          from organization where id = @OrganizationId
        returning region_code
        """;
}
