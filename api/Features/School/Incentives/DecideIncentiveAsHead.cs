using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Incentives;

/// <summary>The head grants an incentive that the council supported, or declines it and says why.</summary>
public static class DecideIncentiveAsHead
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/incentives/{incentiveId:guid}/decide-as-head", async (Guid incentiveId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(incentiveId, body.Version, body.Granted, body.Comment), ct)))
            .Operation(nameof(DecideIncentiveAsHead), Permission.IncentiveDecide);

    /// <param name="Comment">The order's number and date; or why it is declined, which must be said. At most 2,000 characters.</param>
    public sealed record Body(int Version, bool Granted, string? Comment = null);

    public sealed record Command(Guid Id, int Version, bool Granted, string? Comment) : ICommand<CouncilState<IncentiveStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Comment).MaximumLength(2000);
            RuleFor(c => c.Comment).NotEmpty().When(c => !c.Granted);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<IncentiveStatus>>
    {
        public async Task<CouncilState<IncentiveStatus>> Handle(Command command, CancellationToken ct)
        {
            var proposal = await IncentiveRow.Lock(db, command.Id, command.Version, ct);
            if (proposal.PersonId == caller.Scope.Person) throw new Forbidden("incentive.own");
            return await proposal.Take(command.Granted ? IncentiveStep.Grant : IncentiveStep.Decline, command.Comment, null, db, audit, time, ct);
        }
    }
}
