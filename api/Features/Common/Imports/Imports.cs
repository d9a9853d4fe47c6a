using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Chapter: files from other systems. Received, checked row by row, confirmed by a person, checked again and applied.</summary>
public static class Imports
{
    public static void MapImports(this RouteGroupBuilder api)
    {
        var imports = api.MapGroup("/imports").Chapter("Imports",
            "Rosters of schools and the register of organizations: received, checked, confirmed, applied.");
        UploadRoster.Map(imports);
        GetStaffTemplate.Map(imports);
        UploadStaffList.Map(imports);
        ReadStaffList.Map(imports);
        MatchStaffList.Map(imports);
        EnterPerson.Map(imports);
        UploadOrganizationRegister.Map(imports);
        ListImports.Map(imports);
        GetImport.Map(imports);
        WatchImport.Map(imports);
        ListImportPeople.Map(imports);
        ListImportOrganizations.Map(imports);
        ListImportProblems.Map(imports);
        ExportImportProblems.Map(imports);
        ListRegisterKinds.Map(imports);
        AnswerRegisterKinds.Map(imports);
        ConfirmImport.Map(imports);
        CancelImport.Map(imports);

        var person = api.MapGroup("/organizations/{organizationId:guid}/people/{personId:guid}").WithTags("People");
        RevisePerson.Map(person);
        ChangeEmployment.Map(person);
        GetEmploymentEnd.Map(person);
        EndEmployment.Map(person);
        ListStaffEdits.Map(person);
        UndoStaffEdit.Map(person);
    }

    public static void AddImports(this IServiceCollection services) =>
        services.AddScoped<ImportDesk>().AddScoped<CheckImport>().AddScoped<ApplyImport>().AddScoped<ImportWork>().AddSingleton<ImportProgress>();

    /// <summary>The topic under which news of an import travel.</summary>
    public static string Topic(Guid id) => $"import/{id}";

    public static bool IsOver(ImportStatus status) => status is ImportStatus.Applied or ImportStatus.Failed or ImportStatus.Cancelled;
}

/// <summary>What a file brings.</summary>
public enum ImportKind
{
    /// <summary>OneRoster CSV files in a zip: the staff of one organization.</summary>
    Roster,

    /// <summary>JSON of the public register of accredited educational organizations.</summary>
    OrganizationRegister,

    /// <summary>A list that an organization keeps of its own staff, as XLSX or CSV; somebody says what its columns tell.</summary>
    StaffList,

    /// <summary>Results of an instrument of diagnosis that is filled in elsewhere: of teachers whose schools a body supports.</summary>
    DiagnosisResults,

    /// <summary>Counts of what the pupils of a school's teachers reached.</summary>
    PupilResults,
}

/// <summary>A kind of file that an area brings of its own: received there, checked, confirmed and applied as every other.</summary>
public interface IBringFiles
{
    ImportKind Kind { get; }

    /// <summary>Held at the organization of whoever sees and decides such a file.</summary>
    Permission Permission { get; }

    /// <summary>The statement that clears what the area keeps beside the import <c>@Id</c>, once it is over.</summary>
    string Forget { get; }

    IImportKind Open(Db db, Audit audit, TimeProvider time);
}

/// <summary>What people and jobs do with an import.</summary>
public enum ImportStep { Match, Answer, Check, Judge, Confirm, Apply, Finish, Cancel, Fail }

/// <summary>
/// Received → Checking → Checked → Confirmed → Applying → Applied; Failed when the file as a whole cannot be used; Cancelled. A staff
/// list is Unmatched before it is received: somebody says first what its columns tell.
/// </summary>
public enum ImportStatus { Unmatched, Received, Checking, Checked, Confirmed, Applying, Applied, Failed, Cancelled }

/// <summary>A file has arrived and waits to be checked.</summary>
public sealed record ImportReceived(Guid Id) : IMessage;

/// <summary>Somebody confirmed what the check found.</summary>
public sealed record ImportConfirmed(Guid Id) : IMessage;
