using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Chapter: where a teacher stands in each area of competence, by instruments that are data; the teacher owns what came of it.</summary>
public static class DiagnosisChapter
{
    public static void MapDiagnosis(this RouteGroupBuilder api)
    {
        var diagnoses = api.MapGroup("/diagnoses").Chapter("Diagnosis",
            "Diagnosis of achievements and of deficits in the nine areas of competence: instruments, filling in, results that the teacher shares.");
        ListDiagnoses.Map(diagnoses);
        StartDiagnosis.Map(diagnoses);
        ListDiagnosisHelpers.Map(diagnoses);

        var diagnosis = api.MapGroup("/diagnoses/{diagnosisId:guid}").WithTags("Diagnosis");
        GetDiagnosis.Map(diagnosis);
        SaveDiagnosisAnswers.Map(diagnosis);
        FinishDiagnosis.Map(diagnosis);
        WithdrawDiagnosis.Map(diagnosis);
        ShareDiagnosis.Map(diagnosis);
        CompareDiagnoses.Map(diagnosis);
        AddDiagnosisEvidence.Map(diagnosis);
        GetDiagnosisEvidence.Map(diagnosis);
        RemoveDiagnosisEvidence.Map(diagnosis);

        var instruments = api.MapGroup("/instruments").WithTags("Diagnosis");
        ListInstruments.Map(instruments);
        DraftInstrument.Map(instruments);
        PublishInstrument.Map(instruments);
        WithdrawInstrument.Map(instruments);
        GetInstrument.Map(instruments);
        ReviseInstrument.Map(instruments);
        GetOutsideTemplate.Map(instruments);

        var imports = api.MapGroup("/imports").WithTags("Diagnosis");
        UploadOutsideResults.Map(imports);
        ListImportResults.Map(imports);
    }
}

public enum DiagnosisKind { Achievements, Deficits }

/// <summary>Whose view it is: the teacher's own, that of an expert whom the teacher asked, or a body's by an instrument filled in elsewhere.</summary>
public enum DiagnosisAuthor { Self, Expert, Outside }

public enum DiagnosisStatus { Draft, Done, Superseded, Withdrawn }

public enum DiagnosisStep { Finish, Supersede, Withdraw }

public enum InstrumentStatus { Draft, Published, Withdrawn }

public enum InstrumentStep { Publish, Withdraw }

/// <summary>How a diagnosis stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record DiagnosisState(Guid Id, DiagnosisStatus Status, int Version);
