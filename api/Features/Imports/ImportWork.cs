using System.Text.Json;
using Hangfire.Server;
using Mentoring.Api.Platform;
using Npgsql;

namespace Mentoring.Api.Features.Imports;

/// <summary>
/// What both jobs share. The rows of a file go by COPY into temporary tables of the job's transaction and are judged there
/// by sets: nothing is kept between check and application, so applying checks anew by doing the same again, a killed job
/// leaves nothing behind, and memory does not grow with the file.
/// </summary>
public sealed class ImportWork(Db db, ImportProgress progress, TimeProvider time)
{
    /// <summary>Hangfire tries as often before the import is called failed.</summary>
    public const int Retries = 6;

    public sealed record Import(Guid Id, ImportKind Kind, ImportStatus Status, Guid? OrganizationId, string? RegionCode, bool SkipProblemRows, string CreatedBy);

    /// <param name="Creates">People, or organizations, that are new.</param>
    public sealed record Counts(int Creates, int Updates, int Ends, int Unchanged);

    sealed record Content(byte[] Bytes);

    /// <summary>Takes the import from one status to the next; a job that starts again finds it there already.</summary>
    public async Task<bool> Start(Guid id, ImportStatus from, ImportStatus to, CancellationToken ct)
    {
        await using var transaction = await db.Begin(ct);
        await db.Execute("update import set status = @to, version = version + 1 where id = @id and status = @from",
            new { id, from = from.ToString(), to = to.ToString() }, ct);
        var current = await db.Maybe<Import>(Read, new { id }, ct);
        await News.Tell(db, Imports.Topic(id), ct);
        await transaction.CommitAsync(ct);
        return current?.Status == to;
    }

    /// <returns>
    /// Null when another run has done it meanwhile. The row stays locked until the transaction ends, though not its key:
    /// progress refers to it.
    /// </returns>
    public Task<Import?> Lock(Guid id, ImportStatus status, CancellationToken ct) =>
        db.Maybe<Import>($"{Read} and status = @status for no key update", new { id, status = status.ToString() }, ct);

    /// <summary>Reads the file into the temporary tables and judges it there. Problems end up beside the import.</summary>
    public async Task<(IImportKind Kind, int Rows, int Problems, Counts Counts)> Stage(Import import, CancellationToken ct)
    {
        IImportKind kind = import.Kind == ImportKind.Roster ? new RosterImport(db, time) : new RegisterImport(db, time);
        var file = await db.One<Content>("select content bytes from import_file where import_id = @Id", new { import.Id }, ct);
        var connection = await db.Connection(ct);
        await db.Execute(StagedProblem, null, ct);
        var told = progress.Of(import);
        var rows = await kind.Stage(connection, import, file.Bytes, done => import.Status == ImportStatus.Checking ? told.Tell(done, 0, ct) : Task.CompletedTask, ct);
        var counts = await kind.Plan(import, ct);
        var problems = await db.One<int>(KeepProblems, new { import.Id, import.OrganizationId, import.RegionCode }, ct);
        return (kind, rows, problems, counts);
    }

    public ImportProgress.Run Progress(Import import) => progress.Of(import);

    /// <summary>The file as a whole cannot be used: says why, and forgets it.</summary>
    public async Task Fail(Guid id, Problem why, CancellationToken ct)
    {
        await using var transaction = await db.Begin(ct);
        await db.Execute(Failed, new { id, why.Code, Values = JsonSerializer.Serialize(why.Values.ToDictionary(v => v.Name, v => v.Value?.ToString())) }, ct);
        await db.Execute(ImportSql.DropFile, new { Id = id }, ct);
        await News.Tell(db, Imports.Topic(id), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// Runs a job's work: a problem with the file ends the import; anything else is for Hangfire to try again, and the last
    /// try ends it too, so that no import hangs for ever.
    /// </summary>
    public async Task Run(Guid id, PerformContext? context, Func<Task> work, CancellationToken ct)
    {
        try
        {
            await work();
        }
        catch (Problem unusable)
        {
            await Fail(id, unusable, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && context?.GetJobParameter<int>("RetryCount") >= Retries)
        {
            await Fail(id, new RuleViolation(failure is PostgresException { ConstraintName: not null } ? "import.conflict" : "import.gave-up"), ct);
            throw;
        }
    }

    const string Read = "select id, kind, status, organization_id, region_code, skip_problem_rows, created_by from import where id = @id";
    const string Failed = """
        update import set status = 'Failed', failure = @Code, failure_values = @Values::jsonb, version = version + 1
         where id = @id and status in ('Received', 'Checking', 'Confirmed', 'Applying')
        """;
    const string StagedProblem = """
        create temp table staged_problem (file text not null, line int not null, field text not null, code text not null, value text) on commit drop
        """;
    const string KeepProblems = """
        with gone as (delete from import_problem where import_id = @Id),
        kept as (
            insert into import_problem (import_id, sequence, organization_id, region_code, file, line, field, code, value)
            select @Id, coalesce((select max(sequence) from import_problem where import_id = @Id), 0) + row_number() over (order by file, line, field),
                   @OrganizationId, @RegionCode, file, line, field, code, left(value, 200)
              from staged_problem returning 1)
        select count(*)::int from kept
        """;
}

/// <summary>How one kind of file is read, judged and applied, inside the job's transaction.</summary>
public interface IImportKind
{
    /// <returns>The number of rows.</returns>
    Task<int> Stage(NpgsqlConnection connection, ImportWork.Import import, byte[] file, Func<int, Task> tell, CancellationToken ct);

    /// <summary>Fills <c>staged_problem</c> and decides what the rows without problems will do.</summary>
    Task<ImportWork.Counts> Plan(ImportWork.Import import, CancellationToken ct);

    /// <param name="tell">Rows done of all rows.</param>
    Task Apply(ImportWork.Import import, int rows, Func<int, Task> tell, CancellationToken ct);
}
