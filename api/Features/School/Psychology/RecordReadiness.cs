using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>Records whether a person is ready to be a mentee: to find a professional handwriting of their own, not to copy.</summary>
public static class RecordReadiness
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapPost("/readiness", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var recorded = await mediator.Send(new Command(organizationId, body.PersonId, body.Motivation, body.Openness, body.OwnHandwriting,
                    body.Reflection, body.Conclusion, body.Recommendation, body.Methods), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/psychology/readiness", recorded);
            })
            .Operation(nameof(RecordReadiness), Permission.PsychologyWork);

    /// <param name="Motivation">Wants help: 1 to 5.</param>
    /// <param name="Openness">Takes feedback: 1 to 5.</param>
    /// <param name="OwnHandwriting">Reworks another's experience instead of copying it: 1 to 5.</param>
    /// <param name="Reflection">Sees own difficulties: 1 to 5.</param>
    /// <param name="Recommendation">At most 4,000 characters.</param>
    /// <param name="Methods">Codes of the dictionary `psychology-method`, at most 10.</param>
    public sealed record Body(
        Guid PersonId, int Motivation, int Openness, int OwnHandwriting, int Reflection, ReadinessConclusion Conclusion, string Recommendation,
        IReadOnlyList<string> Methods);

    public sealed record Command(
        Guid OrganizationId, Guid PersonId, int Motivation, int Openness, int OwnHandwriting, int Reflection, ReadinessConclusion Conclusion,
        string Recommendation, IReadOnlyList<string> Methods) : ICommand<Result>;

    public sealed record Result(Guid Id, DateOnly CheckedOn);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Motivation).InclusiveBetween(1, 5);
            RuleFor(c => c.Openness).InclusiveBetween(1, 5);
            RuleFor(c => c.OwnHandwriting).InclusiveBetween(1, 5);
            RuleFor(c => c.Reflection).InclusiveBetween(1, 5);
            RuleFor(c => c.Recommendation).IsText(4000);
            RuleFor(c => c.Methods).AreMethods();
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var (today, id) = (place.Today(time), Guid.CreateVersion7(time.GetUtcNow()));
            await db.One<string>(PeopleSql.WorksHere, new { command.OrganizationId, command.PersonId, Today = today }, ct);
            await PsychologyText.Check(PsychologyText.Methods, command.Methods, db, ct);
            await db.ExecuteOne(Sql, new
            {
                id, command.OrganizationId, place.RegionCode, command.PersonId, today, command.Motivation, command.Openness, command.OwnHandwriting,
                command.Reflection, Conclusion = command.Conclusion.ToString(), command.Recommendation, Methods = command.Methods.ToArray(),
            }, ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new ReadinessRecorded());
            return new(id, today);
        }
    }

    const string Sql = """
        insert into readiness_check (id, organization_id, region_code, person_id, checked_on, motivation, openness, own_handwriting, reflection, conclusion,
            recommendation, methods)
        values (@id, @OrganizationId, @RegionCode, @PersonId, @today, @Motivation, @Openness, @OwnHandwriting, @Reflection, @Conclusion, @Recommendation,
            @Methods)
        """;
}
