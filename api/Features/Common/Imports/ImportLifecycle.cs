using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Common.Imports.ImportStatus;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// The life of a file: read, confirmed by a person, applied. A staff list is matched first, and as often as somebody likes before it is
/// confirmed.
/// </summary>
public static class ImportLifecycle
{
    public static readonly Lifecycle<ImportStatus, ImportStep> Steps = new((status, _) => new RuleViolation("import.wrong-status", ("status", status)),
        new Dictionary<(ImportStatus, ImportStep), ImportStatus>
        {
            [(Unmatched, ImportStep.Match)] = Received,
            [(Checked, ImportStep.Match)] = Received,
            [(Checked, ImportStep.Answer)] = Received,
            [(Received, ImportStep.Check)] = Checking,
            [(Checking, ImportStep.Judge)] = Checked,
            [(Checked, ImportStep.Confirm)] = Confirmed,
            [(Confirmed, ImportStep.Apply)] = Applying,
            // The staff is another one than when it was confirmed: somebody is asked again.
            [(Applying, ImportStep.Judge)] = Checked,
            [(Applying, ImportStep.Finish)] = Applied,
            [(Unmatched, ImportStep.Cancel)] = Cancelled,
            [(Received, ImportStep.Cancel)] = Cancelled,
            [(Checked, ImportStep.Cancel)] = Cancelled,
            [(Confirmed, ImportStep.Cancel)] = Cancelled,
            [(Received, ImportStep.Fail)] = Failed,
            [(Checking, ImportStep.Fail)] = Failed,
            [(Confirmed, ImportStep.Fail)] = Failed,
            [(Applying, ImportStep.Fail)] = Failed,
        });
}
