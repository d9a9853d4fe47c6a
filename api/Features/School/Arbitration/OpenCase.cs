using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>
/// A person brings a case before the council of the school. Nobody reads it but the complainant, the arbiters and the chair. A case about the
/// chair goes past the chair: the member who has sat longest hears it.
/// </summary>
public static class OpenCase
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                var state = await mediator.Send(command, ct);
                return TypedResults.Created($"/api/v1/cases/{state.Id}", state);
            })
            .Operation(nameof(OpenCase), Permission.CaseOpen);

    /// <param name="OrganizationId">Where the caller works.</param>
    /// <param name="Subject">At most 300 characters.</param>
    /// <param name="Statement">What happened; at most 8,000 characters.</param>
    /// <param name="Wish">What the complainant asks for; at most 2,000 characters.</param>
    public sealed record Command(Guid OrganizationId, CaseKind Kind, CaseAbout About, string Subject, string Statement, string? Wish = null)
        : ICommand<CaseState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Subject).NotEmpty().MaximumLength(300);
            RuleFor(c => c.Statement).NotEmpty().MaximumLength(8000);
            RuleFor(c => c.Wish).MaximumLength(2000);
        }
    }

    public sealed class Handler(Db db, Caller caller, CaseBook book, TimeProvider time) : IRequestHandler<Command, CaseState>
    {
        public async Task<CaseState> Handle(Command command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var opened = await db.Execute(Insert, new
            {
                id, command.OrganizationId, Kind = command.Kind.ToString(), About = command.About.ToString(), command.Subject, command.Statement,
                Wish = command.Wish ?? "",
                caller.Person, Now = now.UtcDateTime,
            }, ct);
            if (opened != 1) throw new NotFound();
            var row = await CaseRow.Lock(db, id, 1, ct);
            await book.Note(row, CaseEntryKind.Opened, "", ct);
            if (command.About != CaseAbout.CouncilChair) return new(id, CaseStatus.Opened, 1);

            var arbiters = await book.Candidates(row, ct);
            if (arbiters.Count == 0) throw new RuleViolation("case.nobody-to-hear");
            await book.Name(row, [arbiters[0]], ct);
            return await book.Take(row, CaseStep.Assign, CaseEntryKind.Assigned, arbiters[0].Name, ct);
        }
    }

    // Only where the person works or worked: people see their own row and nobody else's.
    const string Insert = """
        insert into arbitration_case (id, organization_id, region_code, kind, about, status, subject, statement, wish, complainant_id, complainant_name,
            opened_at)
        select @id, o.id, o.region_code, @Kind, @About, 'Opened', @Subject, @Statement, @Wish, p.id, person_name(p),
               @Now
          from person p join organization o on o.id = any(p.organization_ids)
         where p.id = @Person and o.id = @OrganizationId
        """;
}
