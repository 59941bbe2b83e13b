"""/api/v1/clusters/: who competes with whom, and who leads in the year of a day."""

import uuid

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router
from pydantic import Field

from news.syndication.objects.clusters import cluster_detail, cluster_objects
from news.syndication.objects.contract import ProblemObject
from news.syndication.objects.people_contract import ClusterDetailObject, ClusterListObject
from people.models import Cluster, ClusterMembership, Organisation

from .answers import answer
from .fact_parameters import DetailParameters, ListParameters, one_with_id
from .paging import next_page, page_by_name
from .problems import Refusal, Sentence

router = Router(tags=["Cụm thi đua"])

CLUSTER_ID = Path(..., description="UUID của cụm, từ một danh sách.")
NO_SUCH_CLUSTER = Sentence("Không có cụm thi đua nào với id này.", "No cluster has this id.")


class ClustersParameters(ListParameters):
    organisation: uuid.UUID | None = Field(
        None, description="id của cơ quan: chỉ cụm có cơ quan ấy vào ngày ấy."
    )


@router.get(
    "/",
    response=ClusterListObject,
    summary="Cụm thi đua: thành viên, cụm trưởng, cụm phó vào một ngày",
)
def list_clusters(request: HttpRequest, parameters: Query[ClustersParameters]) -> HttpResponse:
    clusters = Cluster.objects.all()
    if parameters.organisation:
        member = one_with_id(Organisation, parameters.organisation, "organisation")
        memberships = ClusterMembership.objects.on(parameters.asked.day)
        clusters = clusters.filter(pk__in=memberships.filter(organisation=member).values("cluster"))
    page = page_by_name(clusters, "name", parameters.limit, parameters.cursor, parameters.name)
    return answer(
        {
            "items": cluster_objects(page.items, parameters.asked),
            "next": next_page(request, page.end),
        }
    )


@router.get(
    "/{any_uuid:id}/",
    response={200: ClusterDetailObject, 404: ProblemObject},
    summary="Một cụm thi đua, với mọi thành viên và mọi năm",
)
def get_cluster(
    request: HttpRequest,
    parameters: Query[DetailParameters],
    id: uuid.UUID = CLUSTER_ID,  # noqa: A002 - the contract's name
) -> HttpResponse:
    cluster = Cluster.objects.filter(uuid=id).first()
    if cluster is None:
        raise Refusal(404, NO_SUCH_CLUSTER)
    return answer(cluster_detail(cluster, parameters.asked))
