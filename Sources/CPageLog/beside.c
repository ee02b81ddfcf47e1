/*
** A thread for one piece of work at a time: see beside.h.
*/
#include "beside.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

struct nv_beside {
  pthread_t thread;
  pthread_mutex_t lock;
  pthread_cond_t changed;
  int (*_Nullable xDo)(void *);           /* NULL: nothing to do */
  void *_Nullable pArg;
  int rc;
  int bEnd;
};

static void *work(void *pArg){
  nv_beside *p = pArg;
  pthread_mutex_lock(&p->lock);
  for(;;){
    while( p->xDo==0 && !p->bEnd ) pthread_cond_wait(&p->changed, &p->lock);
    if( p->xDo==0 ) break;
    pthread_mutex_unlock(&p->lock);
    const int rc = p->xDo(p->pArg);
    pthread_mutex_lock(&p->lock);
    p->rc = rc;
    p->xDo = 0;
    pthread_cond_broadcast(&p->changed);
  }
  pthread_mutex_unlock(&p->lock);
  return 0;
}

nv_beside *nv_beside_new(void){
  nv_beside *p = calloc(1, sizeof(*p));
  sigset_t all, before;
  int rc;

  if( p==0 ) return 0;
  pthread_mutex_init(&p->lock, NULL);
  pthread_cond_init(&p->changed, NULL);
  /* Signals are for the threads that were there. */
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  rc = pthread_create(&p->thread, NULL, work, p);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if( rc!=0 ){
    pthread_cond_destroy(&p->changed);
    pthread_mutex_destroy(&p->lock);
    free(p);
    return 0;
  }
  return p;
}

void nv_beside_free(nv_beside *p){
  if( p==0 ) return;
  pthread_mutex_lock(&p->lock);
  p->bEnd = 1;
  pthread_cond_broadcast(&p->changed);
  pthread_mutex_unlock(&p->lock);
  pthread_join(p->thread, NULL);
  pthread_cond_destroy(&p->changed);
  pthread_mutex_destroy(&p->lock);
  free(p);
}

void nv_beside_begin(nv_beside *p, int (*xDo)(void *), void *pArg){
  pthread_mutex_lock(&p->lock);
  p->xDo = xDo;
  p->pArg = pArg;
  pthread_cond_broadcast(&p->changed);
  pthread_mutex_unlock(&p->lock);
}

int nv_beside_wait(nv_beside *p){
  int rc;
  pthread_mutex_lock(&p->lock);
  while( p->xDo ) pthread_cond_wait(&p->changed, &p->lock);
  rc = p->rc;
  p->rc = 0;
  pthread_mutex_unlock(&p->lock);
  return rc;
}
