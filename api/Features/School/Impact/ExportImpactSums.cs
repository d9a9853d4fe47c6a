using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>What changed at a school in a year as a table: role, scale, pairs, shares and means, beside the year before.</summary>
public static class ExportImpactSums
{
    static readonly IReadOnlyList<Export.Column> s_columns =
    [
        new("School year", "Учебный год"), new("Role", "Роль"), new("Result", "Результат"), new("Scale", "Шкала"), new("Pairs", "Пар замеров"),
        new("Improved", "Стало лучше"), new("Stayed", "Без изменений"), new("Worsened", "Стало хуже"), new("Mean before", "Среднее до"),
        new("Mean after", "Среднее после"), new("Change", "Изменение"), new("Pairs year before", "Пар годом раньше"),
        new("Change year before", "Изменение годом раньше"),
    ];

    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/impact.csv", async (Guid organizationId, int? schoolYear, [AsParameters] ExportChoice choice, IMediator mediator,
                CancellationToken ct) =>
            {
                var rows = await mediator.Send(new Query(organizationId, schoolYear), ct);
                return Export.File(choice, Export.IsRussian ? "Влияние на участников" : "impact", s_columns, rows);
            })
            .WithDescription($"{Export.Description} Of fewer than five pairs their number alone.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(ExportImpactSums), Permission.ImpactRead);

    public sealed record Query(Guid OrganizationId, int? SchoolYear) : IQuery<IReadOnlyList<object?[]>>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.SchoolYear).InclusiveBetween(2015, 2100);
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<object?[]>>
    {
        public async Task<IReadOnlyList<object?[]>> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var year = query.SchoolYear ?? SchoolYear.Of(place.Today(time));
            return [.. (await ImpactSum.Of(query.OrganizationId, year, db, ct)).Select(one => new object?[]
            {
                SchoolYear.Name(year), Word(one.Role), one.Scale.Result, Export.IsRussian ? one.Scale.Ru : one.Scale.En, one.Now.Pairs, one.Now.Improved,
                one.Now.Stayed, one.Now.Worsened, one.Now.Before, one.Now.After, one.Now.Change, one.Before.Pairs, one.Before.Change,
            })];
        }
    }

    static string Word(ParticipantRole role) =>
        !Export.IsRussian ? role.ToString() : role == ParticipantRole.Mentee ? "Наставляемый" : "Наставник";
}
