using Mentoring.Api.Features.School.Offers;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Rules;

/// <summary>The lives of a mentor's offer beyond the school and of a request for one, row by row.</summary>
public sealed class OfferLifecycleTests
{
    const string Offers = """
        step     | Proposed  | Open      | Declined  | Withdrawn | Ended
        Revise   | Proposed  | Proposed  | Proposed  |           |
        Agree    | Open      |           |           |           |
        Decline  | Declined  | Declined  |           |           |
        Withdraw | Withdrawn | Withdrawn | Withdrawn |           |
        End      | Ended     | Ended     | Ended     |           |
        """;

    const string Requests = """
        step     | Asked     | Sent | Refused | Withdrawn | Closed
        Agree    | Sent      |      |         |           |
        Refuse   | Refused   |      |         |           |
        Withdraw | Withdrawn |      |         |           |
        Close    | Closed    |      |         |           |
        """;

    public static IEnumerable<TestCaseData> EveryOffer() => LifecycleTable.Cells(Offers);

    public static IEnumerable<TestCaseData> EveryRequest() => LifecycleTable.Cells(Requests);

    [TestCaseSource(nameof(EveryOffer))]
    public void Offers_of_mentors(string status, string step, string next) => LifecycleTable.Holds(OfferLife.Offers, status, step, next);

    [TestCaseSource(nameof(EveryRequest))]
    public void Requests_for_them(string status, string step, string next) => LifecycleTable.Holds(OfferLife.Requests, status, step, next);

    [Test]
    public void The_tables_hold_every_pair()
    {
        LifecycleTable.IsComplete<OfferStatus, OfferStep>(Offers);
        LifecycleTable.IsComplete<OfferRequestStatus, OfferRequestStep>(Requests);
    }
}
