using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Lets a mentor lead a group of mentees on one competence area; the group takes one of the mentor's places.</summary>
public static class OpenMatchGroup
{
    public static void Map(RouteGroupBuilder matching) =>
        matching.MapPost("/groups", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(organizationId, body.MentorId, body.AreaCode, body.Seats), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/matching/groups/{made.Id}", made);
            })
            .Operation(nameof(OpenMatchGroup), Permission.MatchManage);

    /// <param name="AreaCode">Code of the dictionary `competence-area`.</param>
    /// <param name="Seats">2 to 12.</param>
    public sealed record Body(Guid MentorId, string AreaCode, int Seats);

    public sealed record Command(Guid OrganizationId, Guid MentorId, string AreaCode, int Seats) : ICommand<Result>;

    public sealed record Result(Guid Id);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Seats).InclusiveBetween(2, 12);
    }

    sealed record Code(string Name);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var region = (await Place.Of(command.OrganizationId, db, caller, ct)).RegionCode;
            if (await db.Maybe<Code>("select name_ru as name from dictionary_entry where dictionary = 'competence-area' and code = @AreaCode limit 1",
                command, ct) is null)
                throw new BadInput("match.area-unknown") { Pointer = "/areaCode" };
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await MatchPlaces.Take(db, command.OrganizationId, region, command.MentorId, ct);
            await db.Execute(Sql, new { id, command.OrganizationId, region, command.MentorId, command.AreaCode, command.Seats, Now = now.UtcDateTime }, ct);
            audit.About(command.OrganizationId, region, id, new MatchGroupOpened(command.MentorId, command.AreaCode, command.Seats));
            return new(id);
        }
    }

    const string Sql = """
        insert into match_group (id, organization_id, region_code, mentor_id, area_code, seats, opened_at)
        values (@id, @OrganizationId, @region, @MentorId, @AreaCode, @Seats, @Now)
        """;
}
