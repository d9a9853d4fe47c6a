using System.Globalization;
using System.Text.Json;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>How far an import is, and what it will do or did.</summary>
public static class GetImport
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/{importId:guid}", async (Guid importId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(importId), ct)))
            .Operation(nameof(GetImport), Permission.ImportManage);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="OrganizationId">Of a roster.</param>
    /// <param name="RegionCode">Of a roster, and of a register file that a region's coordinator sent.</param>
    /// <param name="RowsTotal">Rows of all files; 0 until they are counted.</param>
    /// <param name="RowsDone">Rows read while it is checked, rows applied while it is applied.</param>
    /// <param name="Problems">Rows' errors found by the last check.</param>
    /// <param name="Creates">People, or organizations, that are new.</param>
    /// <param name="Updates">People, or organizations, that change.</param>
    /// <param name="Ends">Employments that end; 0 for a register.</param>
    /// <param name="Unchanged">People, or organizations, that are as they were.</param>
    /// <param name="Elsewhere">Rows of a roster about other organizations: they are left out and are no problems.</param>
    /// <param name="Staff">People who worked at the organization before the roster.</param>
    /// <param name="Joins">People who begin to work there.</param>
    /// <param name="Leaves">People who no longer work there; ends of single posts are counted in `ends`.</param>
    /// <param name="AsksMassChange">More than a set share of the staff comes or leaves: confirm it with `confirmMassChange`.</param>
    /// <param name="IsAskedAgain">Others would come or leave than were confirmed, as the staff has changed meanwhile.</param>
    /// <param name="MissingPages">Pages that the register's envelope names and that are not in the file, the first hundred.</param>
    /// <param name="RowsMissing">Certificates that the envelope names beside those in the file. What is not in a file stays as it is.</param>
    /// <param name="Questions">Of the problems of a register, those that an answer about the kind mends.</param>
    /// <param name="CreatedBy">Name of the person, or id of the system, that sent it.</param>
    /// <param name="Failure">Why the file as a whole cannot be used, when it failed.</param>
    /// <param name="Version">Give it back to confirm.</param>
    public sealed record Result(
        Guid Id, ImportKind Kind, ImportStatus Status, Guid? OrganizationId, string? RegionCode, string FileName, int RowsTotal, int RowsDone,
        int Problems, int Creates, int Updates, int Ends, int Unchanged, int Elsewhere,
        int Staff, int Joins, int Leaves, bool AsksMassChange, bool IsAskedAgain,
        IReadOnlyList<int> MissingPages, int RowsMissing, int Questions, DateTime CreatedAt, string CreatedBy, Failure? Failure, int Version);

    /// <param name="Code">Stable code.</param>
    /// <param name="Message">The same in the language of the request.</param>
    public sealed record Failure(string Code, string Message);

    public sealed record Row(
        Guid Id, ImportKind Kind, ImportStatus Status, Guid? OrganizationId, string? RegionCode, string FileName, int RowsTotal, int RowsDone,
        int Problems, int Creates, int Updates, int Ends, int Unchanged, int Elsewhere,
        int Staff, int Joins, int Leaves, bool AsksMassChange, bool IsAskedAgain,
        string MissingPages, int RowsMissing, int Questions, DateTime CreatedAt, string CreatedBy, string? Failure,
            string? FailureValues, int Version)
    {
        public Result ToResult() => new(
            Id, Kind, Status, OrganizationId, RegionCode, FileName, RowsTotal, RowsDone, Problems, Creates, Updates, Ends, Unchanged, Elsewhere,
            Staff, Joins, Leaves, AsksMassChange, IsAskedAgain, Pages(), RowsMissing, Questions, CreatedAt, CreatedBy,
            Failure is null ? null : new(Failure, ProblemTexts.Of(Failure, Values())), Version);

        int[] Pages() => [.. MissingPages.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(page => int.Parse(page, CultureInfo.InvariantCulture))];

        IEnumerable<(string, object?)> Values() =>
            JsonSerializer.Deserialize<Dictionary<string, string?>>(FailureValues ?? "{}")!.Select(pair => (pair.Key, (object?)pair.Value));
    }

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var row = await db.One<Row>($"{ImportSql.Select} where i.id = @Id", query, ct);
            ImportReach.Demand(caller, row.Kind, row.OrganizationId);
            return row.ToResult();
        }
    }
}
