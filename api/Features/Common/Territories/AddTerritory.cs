using FluentValidation;
using MediatR;
using Mentoring.Api.Hosting.Reference;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Territories;

/// <summary>Adds a territory below another one.</summary>
public static class AddTerritory
{
    public static void Map(RouteGroupBuilder territories) =>
        territories.MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
                TypedResults.Created($"/api/v1/territories/{command.Code}", await mediator.Send(command, ct)))
            .Operation(nameof(AddTerritory), Permission.ReferenceWrite);

    /// <param name="Code">ISO 3166-2:RU for regions (`RU-TVE`), OKTMO of 8 digits for municipalities.</param>
    /// <param name="TimeZone">IANA time zone, needed for regions; of a municipality that keeps another time than its region: by law when absent.</param>
    public sealed record Command(string Code, string ParentCode, string NameRu, string NameEn, string? TimeZone = null) : ICommand<Result>;

    public sealed record Result(string Code, TerritoryLevel Level);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Matches("^([A-Za-z]+(-[A-Z]+)?|[0-9]{8})$");
            RuleFor(c => c.ParentCode).NotEmpty().MaximumLength(20);
            RuleFor(c => c.NameRu).NotEmpty().MaximumLength(200);
            RuleFor(c => c.NameEn).NotEmpty().MaximumLength(200);
            RuleFor(c => c.TimeZone).Must(zone => zone is null || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _));
        }
    }

    sealed record Parent(TerritoryLevel Level);

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var parent = await db.Maybe<Parent>("select level from territory where code = @ParentCode", command, ct)
                ?? throw new BadInput("territory.parent-unknown") { Pointer = "/parentCode" };
            var level = LevelBelow(parent.Level);
            if (level == TerritoryLevel.Region && command.TimeZone is null) throw new BadInput("territory.time-zone-missing") { Pointer = "/timeZone" };

            var own = level == TerritoryLevel.Municipality ? ReferenceFiles.ZoneOf(command.ParentCode, command.Code, command.NameRu) : null;
            var zone = command.TimeZone ?? own;
            await db.Execute(Sql, new { command.Code, command.ParentCode, Level = level.ToString(), command.NameRu, command.NameEn, TimeZone = zone }, ct);
            audit.AboutPlatform(new TerritoryAdded(command.Code, level));
            return new(command.Code, level);
        }
    }

    static TerritoryLevel LevelBelow(TerritoryLevel level) => level == TerritoryLevel.Municipality
        ? throw new BadInput("territory.nothing-below-municipality") { Pointer = "/parentCode" }
        : level + 1;

    const string Sql = """
        insert into territory (code, parent_code, level, name_ru, name_en, time_zone)
        values (@Code, @ParentCode, @Level, @NameRu, @NameEn, @TimeZone);
        insert into territory_tree (ancestor_code, descendant_code, depth)
        select ancestor_code, @Code, depth + 1 from territory_tree where descendant_code = @ParentCode
        union all select @Code, @Code, 0;
        """;
}
