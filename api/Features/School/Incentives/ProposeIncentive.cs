using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Incentives;

/// <summary>Proposes to reward a mentor or a mentee.</summary>
public static class ProposeIncentive
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapPost("/incentives", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var state = await mediator.Send(new Command(organizationId, body.PersonId, body.Kind, body.Function, body.Incentive, body.Grounds,
                    body.AmountKopecks), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/council/incentives", state);
            })
            .Operation(nameof(ProposeIncentive), Permission.IncentivePropose);

    /// <param name="PersonId">A mentor or a mentee of the school's programs; never the proposer.</param>
    /// <param name="Function">What it is for; `Economic` for a material one alone.</param>
    /// <param name="Incentive">What is proposed; at most 300 characters.</param>
    /// <param name="Grounds">What it is for; at most 2,000 characters.</param>
    /// <param name="AmountKopecks">Of a material incentive, where it is known.</param>
    public sealed record Body(Guid PersonId, IncentiveKind Kind, IncentiveFunction Function, string Incentive, string Grounds, long? AmountKopecks = null);

    public sealed record Command(Guid OrganizationId, Guid PersonId, IncentiveKind Kind, IncentiveFunction Function, string Incentive, string Grounds,
        long? AmountKopecks) : ICommand<CouncilState<IncentiveStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Incentive).NotEmpty().MaximumLength(300);
            RuleFor(c => c.Grounds).NotEmpty().MaximumLength(2000);
            RuleFor(c => c.AmountKopecks).InclusiveBetween(1, 100_000_000_00).When(c => c.AmountKopecks is not null);
            RuleFor(c => c.Function).NotEqual(IncentiveFunction.Economic).When(c => c.Kind == IncentiveKind.NonMaterial)
                .WithMessage(_ => ProblemTexts.Of("incentive.economic-without-money", []));
            RuleFor(c => c.AmountKopecks).Null().When(c => c.Kind == IncentiveKind.NonMaterial);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<IncentiveStatus>>
    {
        public async Task<CouncilState<IncentiveStatus>> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            if (command.PersonId == caller.Person) throw new Forbidden("incentive.own");
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var added = await db.Execute(Insert, new
            {
                id, command.OrganizationId, place.RegionCode, command.PersonId, Kind = command.Kind.ToString(), Function = command.Function.ToString(),
                command.Incentive, command.Grounds, command.AmountKopecks,
                By = caller.Person, ByName = caller.Name, Now = now.UtcDateTime,
            }, ct);
            if (added != 1) throw new BadInput("incentive.not-in-mentoring") { Pointer = "/personId" };
            audit.About(place.OrganizationId, place.RegionCode, id, new IncentivePutForward(command.Kind, command.Function));
            return new(id, IncentiveStatus.Proposed, 1);
        }
    }

    // Whoever takes or took part in a program of the school, wherever employed: an external mentor may be rewarded too.
    const string Insert = """
        insert into incentive_proposal (id, organization_id, region_code, person_id, person_name, kind, function, incentive, grounds, amount_kopecks, status,
            proposed_by, proposed_by_name, proposed_at)
        select @id, @OrganizationId, @RegionCode, @PersonId,
               (select person_name from program_participant where organization_id = @OrganizationId and person_id = @PersonId order by joined_on desc limit 1),
               @Kind, @Function, @Incentive, @Grounds, @AmountKopecks, 'Proposed', @By, @ByName, @Now
         where exists (select from program_participant p join program g on g.id = p.program_id
                        where p.organization_id = @OrganizationId and p.person_id = @PersonId and g.activated_at is not null)
        """;
}
