/*
** The table of a page log: where each page's newest frame is. A chain that is
** followed fills it, a commit changes it.
*/
#include "inside.h"

#include <stdlib.h>
#include <string.h>

int nvGrow(nv_log *p, uint32_t nPage){
  uint32_t nRoom = p->nRoom;
  nv_entry *aEntry;
  uint32_t *aPendOf;

  if( nPage<=nRoom ) return NV_OK;
  if( nPage>NV_PAGE_MOST ) return NV_NOSPC;
  nRoom = nRoom<64 ? 64 : nRoom;
  /* A quarter more each time: the tables of a large vault are most of what it
  ** takes in memory. */
  while( nRoom<nPage ) nRoom = nRoom>NV_PAGE_MOST/2 ? NV_PAGE_MOST : nRoom+nRoom/4;
  aEntry = p->files->xAlloc(p->files->pCtx, (size_t)nRoom*sizeof(*aEntry));
  aPendOf = p->files->xAlloc(p->files->pCtx, (size_t)nRoom*sizeof(*aPendOf));
  if( aEntry==0 || aPendOf==0 ){
    free(aEntry);
    free(aPendOf);
    return NV_MEMORY;
  }
  memset(aEntry, 0, (size_t)nRoom*sizeof(*aEntry));
  memset(aPendOf, 0, (size_t)nRoom*sizeof(*aPendOf));
  if( p->nRoom ){
    memcpy(aEntry, p->aEntry, (size_t)p->nRoom*sizeof(*aEntry));
    memcpy(aPendOf, p->aPendOf, (size_t)p->nRoom*sizeof(*aPendOf));
  }
  free(p->aEntry);
  free(p->aPendOf);
  p->aEntry = aEntry;
  p->aPendOf = aPendOf;
  p->nRoom = nRoom;
  return NV_OK;
}

void nvApply(
  nv_log *p,
  uint32_t nPage,
  uint32_t nFloor,
  const nv_named *aItem,
  uint32_t nItem
){
  free(p->aSeen);                         /* other pages may be live now */
  p->aSeen = 0;
  for(uint32_t i=nFloor; i<p->nPage; i++){
    if( p->aEntry[i].iOfst ) p->nLive--;
    memset(&p->aEntry[i], 0, sizeof(p->aEntry[i]));
  }
  for(uint32_t i=0; i<nItem; i++){
    nv_entry *pAt = &p->aEntry[aItem[i].iPage-1];
    if( pAt->iOfst ) p->nLive--;
    if( aItem[i].at.iOfst ) p->nLive++;
    *pAt = aItem[i].at;
  }
  p->nPage = nPage;
}
