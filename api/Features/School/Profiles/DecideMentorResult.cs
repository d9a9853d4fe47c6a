using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>The school confirms a stated result by its evidence, or declines it and says why.</summary>
public static class DecideMentorResult
{
    public static void Map(RouteGroupBuilder results) =>
        results.MapPost("/decide", async (Guid resultId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(resultId, body.Version, body.Confirmed, body.Comment), ct)))
            .Operation(nameof(DecideMentorResult), Permission.ProfileManage);

    /// <param name="Comment">Needed to decline; at most 1000 characters.</param>
    public sealed record Body(int Version, bool Confirmed, string? Comment = null);

    public sealed record Command(Guid Id, int Version, bool Confirmed, string? Comment) : ICommand<Result>;

    public sealed record Result(MentorResultStatus Status, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Comment).MaximumLength(1000);
            RuleFor(c => c.Comment).NotEmpty().When(c => !c.Confirmed);
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await MentorResultRow.Lock(db, command.Id, command.Version, ct);
            if (caller.Scope.Person == row.PersonId) throw new RuleViolation("profile.own");
            var status = row.Next(command.Confirmed ? MentorResultStatus.Confirmed : MentorResultStatus.Declined);
            await db.ExecuteOne(Save,
                new { row.Id, Status = status.ToString(), Today = RegionTime.Today(row.TimeZone, time), By = caller.Name, command.Comment }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.PersonId, new ResultDecided(row.Id, status));
            return new(status, row.Version + 1);
        }
    }

    const string Save = """
        update mentor_result set status = @Status, decided_on = @Today, decided_by_name = @By, comment = @Comment, version = version + 1 where id = @Id
        """;
}
