using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>An empty staff list to fill in, whose columns are matched by themselves. XLSX unless CSV is asked for.</summary>
public static class GetStaffTemplate
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/staff-list/template", ([AsParameters] ExportChoice choice) =>
                Export.File(choice with { Format = choice.Format ?? ExportFormat.Xlsx }, Export.IsRussian ? "Список сотрудников" : "Staff list", Columns, []))
            .WithDescription(Export.Description)
            .Produces<string>(StatusCodes.Status200OK, Export.Spreadsheet, "text/csv")
            .Operation(nameof(GetStaffTemplate), Permission.RosterImport);

    public static readonly IReadOnlyList<Export.Column> Columns =
    [
        new("Family name", "Фамилия"), new("Given name", "Имя"), new("Patronymic", "Отчество"), new("Date of birth", "Дата рождения"), new("Position",
            "Должность"),
        new("Hire date", "Дата приёма"), new("Employment type", "Вид занятости"), new("Email", "Эл. почта"), new("Phone", "Телефон"),
        new("Personnel number", "Табельный номер"), new("Category", "Категория"), new("Last day", "Дата увольнения"),
    ];
}
