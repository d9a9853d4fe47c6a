using System.Text.Json;
using Hangfire.Server;
using Mentoring.Api.Platform;
using Npgsql;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// What both jobs share. The rows of a file go by COPY into temporary tables of the job's transaction and are judged there
/// by sets: nothing is kept between check and application, so applying checks anew by doing the same again, a killed job
/// leaves nothing behind, and memory does not grow with the file. One import of an organization works at a time, and none
/// longer than <c>Imports:Longest</c>, so that no sender holds the workers that others wait for.
/// </summary>
public sealed class ImportWork(Db db, ImportProgress progress, Audit audit, TimeProvider time, IConfiguration configuration)
{
    /// <summary>Hangfire tries as often before the import is called failed.</summary>
    public const int Retries = 6;

    /// <summary>Rows of one file. The largest staffs have tens of thousands.</summary>
    public const int MostRows = 1_000_000;

    /// <summary>Problems that are kept of a file: all are counted, and who corrects the first finds the rest.</summary>
    public const int MostProblems = 10_000;

    /// <summary>How long an import waits before it asks again whether it is its organization's turn.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <param name="Later">Puts the same job back into the queue, behind those of others.</param>
    public sealed record Step(Guid Id, ImportStatus From, ImportStatus To, Action Later);

    public sealed record Import(
        Guid Id, ImportKind Kind, ImportStatus Status, Guid? OrganizationId, string? RegionCode,
        bool SkipProblemRows, bool MassChangeConfirmed, string? MassChangeConfirmedOf, string CreatedBy);

    /// <param name="Creates">People, or organizations, that are new.</param>
    public sealed record Counts(int Creates, int Updates, int Ends, int Unchanged)
    {
        /// <summary>Rows of a roster about other organizations.</summary>
        public int Elsewhere { get; init; }

        /// <summary>Of a file of the register that is a part of what its envelope names.</summary>
        public int[] MissingPages { get; init; } = [];

        public int RowsMissing { get; init; }

        /// <summary>Null for a register.</summary>
        public Staffing? Staffing { get; init; }

        public bool AsksMassChange { get; init; }
    }

    sealed record Content(byte[] Bytes);

    /// <summary>
    /// Runs a job's work in one transaction: a problem with the file, or a file that takes too long, ends the import; anything
    /// else is for Hangfire to try again, and the last try ends it too, so that no import hangs for ever.
    /// </summary>
    public async Task Run(Step step, PerformContext? context, Func<Import, CancellationToken, Task> work, CancellationToken ct)
    {
        var longest = configuration.GetValue("Imports:Longest", TimeSpan.FromMinutes(15));
        using var limit = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            await Take(step, work, either.Token);
        }
        catch (Problem unusable)
        {
            await Fail(step.Id, unusable, ct);
        }
        catch (Exception) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            await Fail(step.Id, new RuleViolation("import.took-too-long", ("minutes", Math.Ceiling(longest.TotalMinutes))), ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && context?.GetJobParameter<int>("RetryCount") >= Retries)
        {
            await Fail(step.Id, new RuleViolation(failure is PostgresException { ConstraintName: not null } ? "import.conflict" : "import.gave-up"), ct);
            throw;
        }
    }

    async Task Take(Step step, Func<Import, CancellationToken, Task> work, CancellationToken ct)
    {
        if (!await Start(step, ct)) return;

        await using var transaction = await db.Begin(ct);
        if (await db.Maybe<Import>($"{Read} and status = @status", new { step.Id, status = step.To.ToString() }, ct) is not { } import) return;
        if (!await HasTurn(import, ct))
        {
            step.Later();
            return;
        }

        // Null when another run has done it meanwhile. The row stays locked until the transaction ends, though not its key: progress refers to it.
        if (await db.Maybe<Import>($"{Read} and status = @status for no key update", new { step.Id, status = step.To.ToString() }, ct) is null) return;
        await work(import, ct);
        await News.Tell(db, Imports.Topic(step.Id), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Takes the import from one status to the next, when it is its turn; a job that starts again finds it there already.</summary>
    async Task<bool> Start(Step step, CancellationToken ct)
    {
        await using var transaction = await db.Begin(ct);
        var import = await db.Maybe<Import>(Read, new { step.Id }, ct);
        if (import is null || import.Status != step.From && import.Status != step.To) return false;
        if (!await HasTurn(import, ct))
        {
            step.Later();
            return false;
        }

        await db.Execute("update import set status = @to, version = version + 1 where id = @Id and status = @from",
            new { step.Id, from = step.From.ToString(), to = step.To.ToString() }, ct);
        await News.Tell(db, Imports.Topic(step.Id), ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>
    /// Held by the transaction that works on an import of the same organization, or of the same part of the register, and
    /// free again with it, however it ends.
    /// </summary>
    Task<bool> HasTurn(Import import, CancellationToken ct) =>
        db.One<bool>(TryTurn, new { Place = import.OrganizationId?.ToString() ?? import.RegionCode ?? "RU" }, ct);

    /// <summary>Reads the file into the temporary tables and judges it there. Problems end up beside the import.</summary>
    public async Task<(IImportKind Kind, int Rows, int Problems, Counts Counts)> Stage(Import import, CancellationToken ct)
    {
        IImportKind kind = import.Kind switch
        {
            ImportKind.Roster => new RosterImport(db, time),
            ImportKind.StaffList => new StaffListImport(db, time),
            ImportKind.OrganizationRegister => new RegisterImport(db, audit, time),
            _ => ImportReach.Brought[import.Kind].Open(db, audit, time),
        };
        var file = await db.One<Content>("select content bytes from import_file where import_id = @Id", new { import.Id }, ct);
        var connection = await db.Connection(ct);
        await db.Execute(StagedProblem, null, ct);
        var told = progress.Of(import);
        var rows = await kind.Stage(connection, import, file.Bytes,
            done => import.Status == ImportStatus.Checking ? told.Tell(done, 0, ct) : Task.CompletedTask, ct);
        var counts = await kind.Plan(import, ct);
        counts = counts with { AsksMassChange = counts.Staffing is { } staffing && MassChange.Of(configuration).Asks(staffing) };
        var problems = await db.One<int>(KeepProblems, new { import.Id, import.OrganizationId, import.RegionCode, MostProblems }, ct);
        return (kind, rows, problems, counts);
    }

    public ImportProgress.Run Progress(Import import) => progress.Of(import);

    /// <summary>The file as a whole cannot be used: says why, and forgets it.</summary>
    async Task Fail(Guid id, Problem why, CancellationToken ct)
    {
        await using var transaction = await db.Begin(ct);
        await db.Execute(Failed, new { id, why.Code, Values = JsonSerializer.Serialize(why.Values.ToDictionary(v => v.Name, v => v.Value?.ToString())) }, ct);
        await db.Execute(ImportSql.DropFile, new { Id = id }, ct);
        await News.Tell(db, Imports.Topic(id), ct);
        await transaction.CommitAsync(ct);
    }

    const string Read = """
        select id, kind, status, organization_id, region_code, skip_problem_rows, mass_change_confirmed, mass_change_confirmed_of, created_by
          from import where id = @Id
        """;
    const string TryTurn = "select pg_try_advisory_xact_lock(hashtextextended('import/' || @Place, 11))";
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
              from (select * from staged_problem order by file, line, field limit @MostProblems) first)
        select count(*)::int from staged_problem
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
