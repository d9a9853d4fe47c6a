using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Asks a body that is offered to one's school for methodical help.</summary>
public static class AskForHelp
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapPost("/help-requests", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var asked = await mediator.Send(new Command(organizationId, body.BodyId, body.Form, body.Areas ?? [], body.Subject, body.Text, body.WantedBy,
                    body.SchoolSees), ct);
                return TypedResults.Created($"/api/v1/help-requests/{asked.Id}", asked);
            })
            .Operation(nameof(AskForHelp), Permission.HelpDesk);

    /// <param name="BodyId">One of those offered for this kind of help.</param>
    /// <param name="Form">Code of the dictionary `help-form`.</param>
    /// <param name="Areas">Codes of the dictionary `competence-area`: at most 8.</param>
    /// <param name="Subject">The question in one line: at most 200 characters.</param>
    /// <param name="Text">The question: at most 8,000 characters.</param>
    /// <param name="WantedBy">By when the asker would like to know; the term of the body goes on as it is.</param>
    /// <param name="SchoolSees">Head and curator of the school read it and its answer; otherwise the asker and the body alone.</param>
    public sealed record Body(
        Guid BodyId, string Form, string Subject, string Text, bool SchoolSees, string[]? Areas = null, DateOnly? WantedBy = null);

    public sealed record Command(
        Guid OrganizationId, Guid BodyId, string Form, string[] Areas, string Subject, string Text, DateOnly? WantedBy, bool SchoolSees) : ICommand<HelpState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Form).NotEmpty().MaximumLength(64);
            RuleFor(c => c.Areas.Length).LessThanOrEqualTo(8).OverridePropertyName("areas");
            RuleFor(c => c.Subject).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Text).NotEmpty().MaximumLength(8000);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, HelpState>
    {
        public async Task<HelpState> Handle(Command command, CancellationToken ct)
        {
            var (person, place) = (caller.Person, await HelpReach.Own(command.OrganizationId, db, caller, ct));
            await HelpReach.DemandCodes(command.Form, command.Areas, db, ct);
            var today = place.Today(time);
            if (command.WantedBy < today) throw new BadInput("help.wanted-past") { Pointer = "/wantedBy" };
            var offers = await HelpOffers.For(place, command.Form, db, time, ct);
            if (!offers.Any(offer => offer.BodyId == command.BodyId))
                throw new BadInput(offers.Count == 0 ? "help.nobody" : "help.body-not-offered") { Pointer = "/bodyId" };

            var (now, due) = (time.GetUtcNow(), await HelpTerm.Of(command.BodyId, today, place.RegionCode, db, ct));
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                place.RegionCode, Id = id, command.OrganizationId, command.BodyId, Person = person, caller.Name, command.SchoolSees, command.Form,
                Areas = command.Areas.Distinct().ToArray(), Subject = command.Subject.Trim(), Text = command.Text.Trim(), command.WantedBy, Due = due,
                Now = now.UtcDateTime,
            }, ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new HelpSent(command.BodyId, command.Form));
            audit.About(command.BodyId, await Place.RegionOf(command.BodyId, db, ct), id, new HelpReceived(command.Form));
            return new(id, HelpStatus.Asked, due, 1);
        }
    }

    const string Insert = """
        insert into help_request (region_code, id, organization_id, body_id, person_id, person_name, school_sees, form_code, areas, subject, text, wanted_by,
                                  status, asked_at, with_body_since, due_on)
        values (@RegionCode, @Id, @OrganizationId, @BodyId, @Person, @Name, @SchoolSees, @Form, @Areas, @Subject, @Text, @WantedBy, 'Asked', @Now, @Now, @Due)
        """;
}
