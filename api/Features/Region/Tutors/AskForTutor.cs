using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>A teacher asks a body that stands behind the own school for a tutor, and says in what help is wanted.</summary>
public static class AskForTutor
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapPost("/tutoring", async (Body body, IMediator mediator, CancellationToken ct) =>
            {
                var asked = await mediator.Send(new Command(body.BodyId, body.OrganizationId, body.Areas, body.Note), ct);
                return TypedResults.Created($"/api/v1/tutoring/{asked.Id}", asked);
            })
            .Operation(nameof(AskForTutor), Permission.TutoringWrite);

    /// <param name="OrganizationId">Where the caller works.</param>
    /// <param name="Areas">Codes of the dictionary `competence-area`, at most 10; the body reads them.</param>
    /// <param name="Note">What the tutor should know; at most 1000 characters.</param>
    public sealed record Body(Guid BodyId, Guid OrganizationId, IReadOnlyList<string> Areas, string? Note = null);

    public sealed record Command(Guid BodyId, Guid OrganizationId, IReadOnlyList<string> Areas, string? Note) : ICommand<TutoringState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Areas).NotNull().Must(areas => areas is { Count: <= 10 });
            RuleFor(c => c.Note).MaximumLength(1000);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, TutoringState>
    {
        public async Task<TutoringState> Handle(Command command, CancellationToken ct)
        {
            if (!caller.Grants.Employers.Contains(command.OrganizationId)) throw new NotFound();
            await TutorCard.Demand("competence-area", command.Areas, "tutor.zone-unknown", "/areas", db, ct);
            if (!await db.One<bool>(Stands, command, ct)) throw new RuleViolation("tutoring.no-service");
            if (await db.One<bool>(Has, new { caller.Person }, ct)) throw new RuleViolation("tutoring.has-tutor");
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                Id = id, command.BodyId, command.OrganizationId, caller.Person, caller.Name, Areas = command.Areas.Distinct().ToArray(),
                Note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim(), Now = now.UtcDateTime,
            }, ct);
            audit.About(command.OrganizationId, await Place.RegionOf(command.OrganizationId, db, ct), id, new TutorAsked(command.BodyId));
            return new(id, TutoringStatus.Requested, 1);
        }
    }

    const string Stands = $"""
        select exists (select from support_link l join organization b on b.id = l.body_id and b.status = 'Open'
                        where l.organization_id = @OrganizationId and l.body_id = @BodyId and l.service_code = '{TutoringLife.Service}'
                          and l.period @> local_day(now(), l.organization_id))
        """;

    const string Has = "select exists (select from tutor_assignment where person_id = @Person and status = 'Active')";

    const string Insert = """
        insert into tutor_assignment (region_code, id, organization_id, body_id, person_id, person_name, status, areas, note, asked_at, changed_at, changed_by,
            created_at)
        select o.region_code, @Id, o.id, @BodyId, p.id, person_name(p), 'Requested', @Areas, @Note, @Now, @Now, @Name, @Now
          from organization o join person p on p.id = @Person where o.id = @OrganizationId
        """;
}
