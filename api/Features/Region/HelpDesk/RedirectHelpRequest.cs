using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Passes a question on to another body, with all that was said; the one that had it reads no more of it.</summary>
public static class RedirectHelpRequest
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/redirect", async (Guid requestId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(requestId, body.Version, body.BodyId, body.Text), ct)))
            .Operation(nameof(RedirectHelpRequest), Permission.HelpAnswer);

    /// <param name="BodyId">One of those to whom it may be passed on.</param>
    /// <param name="Text">Why, for the asker and the other body: at most 2,000 characters.</param>
    public sealed record Body(int Version, Guid BodyId, string Text);

    public sealed record Command(Guid Id, int Version, Guid BodyId, string Text) : ICommand<HelpState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(2000);
    }

    sealed record Other(string RegionCode, string Form);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, HelpState>
    {
        public async Task<HelpState> Handle(Command command, CancellationToken ct)
        {
            var request = await HelpRow.Lock(db, command.Id, command.Version, time, ct);
            request.Demand(HelpStep.Redirect, caller);
            var offers = await HelpOffers.Others(request.OrganizationId, request.RegionCode, request.Today, db, ct);
            if (command.BodyId == request.BodyId || !offers.Any(offer => offer.BodyId == command.BodyId))
                throw new BadInput("help.body-not-offered") { Pointer = "/bodyId" };

            var due = await HelpTerm.Of(command.BodyId, request.Today, request.RegionCode, db, ct);
            var other = await db.One<Other>("""
                select o.region_code, q.form_code form from help_request q join organization o on o.id = @BodyId where q.id = @Id
                """, command, ct);
            await request.Write(HelpEntryKind.Step, command.Text, db, caller, time, ct, HelpStep.Redirect);
            await request.Write(HelpEntryKind.Passed, "", db, caller, time, ct, HelpStep.Redirect);
            if (await db.One<int>("select help_pass(@Id, @BodyId, @due, @Now)",
                new { command.Id, command.BodyId, due, Now = time.GetUtcNow().UtcDateTime }, ct) != 1) throw new NotFound();
            audit.About(request.OrganizationId, request.RegionCode, request.Id, new HelpMoved(HelpStep.Redirect));
            audit.About(request.BodyId, request.BodyRegion, request.Id, new HelpPassed(command.BodyId));
            audit.About(command.BodyId, other.RegionCode, request.Id, new HelpReceived(other.Form));
            return request.After(HelpStep.Redirect, due);
        }
    }
}
